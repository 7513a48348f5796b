"""Set up this project and start a task: nothing but Python 3.11 or later is needed.

    python run.py template [FILE.xlsx]      an Excel workbook to fill in
    python run.py periksa FILE.pdf...       what is wrong in published documents, nothing typed
    python run.py usul FILE.docx --instansi I --tahun T   what a Word report holds, as a workbook
    python run.py susun --contoh FILE.xlsx  a form for next year's report; susun FILE.xlsx writes it
    python run.py import FILE.xlsx          its tables into data/raw, or those of another workbook
    python run.py new INSTANSI TAHUN [--from TAHUN]     start a folder without a workbook
    python run.py kembalikan INSTANSI TAHUN   bring back the folder that was replaced last
    python run.py check [INSTANSI TAHUN]    what a folder still lacks
    python run.py report [INSTANSI TAHUN]   the yearly report as HTML; --all: every one at hand
    python run.py verify [INSTANSI TAHUN]   which printed figures are wrong
    python run.py watch [INSTANSI TAHUN]    which findings change, after each save
    python run.py perbaikan [INSTANSI TAHUN]  what to correct, and what to look up first
    python run.py koreksi INSTANSI TAHUN    what can be accepted; --terima ID accepts it
    python run.py reviu --tahun TAHUN       the auditor's working paper over all agencies (Excel)
    python run.py ekspor [INSTANSI TAHUN]   data package, Excel and data dictionary
    python run.py beda A B                  what changed between two years, exports or builds
    python run.py test                      every test and notebook
    python run.py notebook 08_program       a notebook of your own, a page of the report
    python run.py lab [NOTEBOOK]            JupyterLab on the notebooks
    python run.py list                      the agencies and years at hand

The first start makes a virtual environment in .venv (.venv-lab for lab) from the locked, hashed
requirements; later starts use it as it is and need no network. A task that needs more (test, the
whole nation, a cluster) adds it once. Further arguments are passed on. Answers are Indonesian, or
English after --bahasa en (or LKJIP_BAHASA=en).
"""

from __future__ import print_function

import os
import sys

GUIDE = """Menyiapkan proyek ini dan menjalankan tugas: cukup dengan Python 3.11 atau lebih baru.

    python run.py template [BERKAS.xlsx]    buku kerja Excel untuk diisi
    python run.py periksa BERKAS.pdf...     apa yang salah dalam dokumen terbit, tanpa menyalin
    python run.py usul BERKAS.docx --instansi I --tahun T   isi laporan Word, sebagai buku kerja
    python run.py susun --contoh BERKAS.xlsx  formulir laporan tahun depan; tanpa --contoh: menyusun
    python run.py import BERKAS.xlsx        tabelnya ke data/raw, juga dari buku kerja lain
    python run.py new INSTANSI TAHUN [--from TAHUN]     mulai sebuah folder tanpa buku kerja
    python run.py kembalikan INSTANSI TAHUN   kembalikan folder yang terakhir diganti
    python run.py check [INSTANSI TAHUN]    apa yang masih kurang dalam sebuah folder
    python run.py report [INSTANSI TAHUN]   laporan tahunan sebagai HTML; --all: semua yang tersedia
    python run.py verify [INSTANSI TAHUN]   angka tercetak mana yang salah
    python run.py watch [INSTANSI TAHUN]    temuan mana yang berubah, setiap kali berkas disimpan
    python run.py perbaikan [INSTANSI TAHUN]  yang perlu dikoreksi, dan yang perlu dicek dulu
    python run.py koreksi INSTANSI TAHUN    apa yang dapat diterima; --terima KODE menerimanya
    python run.py reviu --tahun TAHUN       kertas kerja auditor untuk semua instansi (Excel)
    python run.py ekspor [INSTANSI TAHUN]   paket data, Excel, dan kamus data
    python run.py beda A B                  apa yang berubah antara dua tahun, ekspor, atau laporan
    python run.py test                      semua tes dan notebook
    python run.py notebook 08_program       notebook sendiri, sebuah halaman laporan
    python run.py lab [NOTEBOOK]            JupyterLab pada notebook
    python run.py list                      instansi dan tahun yang tersedia

Kali pertama sebuah lingkungan virtual dibuat di .venv (.venv-lab untuk lab) dari paket yang
terkunci beserta hash-nya; sesudah itu dipakai apa adanya, tanpa jaringan. Tugas yang memerlukan
lebih banyak (test, seluruh negeri, klaster) menambahkannya sekali. Argumen lain diteruskan.
--bahasa en (atau LKJIP_BAHASA=en) menjawab dalam bahasa Inggris.
"""
"""What the docstring says, in the language that is spoken unless English is asked for."""

WORDS = {
    "This project needs Python %d.%d or later, and this is Python %d.%d: install a newer one from "
    "python.org and start run.py with it.": "Proyek ini memerlukan Python %d.%d atau lebih baru, "
    "sedangkan ini Python %d.%d: pasang yang lebih baru dari python.org, lalu mulai lagi.",
    "The disk is full: free about 1 GB and start again.":
        "Penyimpanan penuh: kosongkan sekitar 1 GB, lalu mulai lagi.",
    "The project's folder cannot be written: copy it to a folder of your own and start again.":
        "Folder proyek tidak dapat ditulisi: salin ke folder sendiri, lalu mulai lagi.",
    "A file of .venv is in use (OneDrive, a virus scanner, another window): close it, or move "
    "the project to a folder that is not synchronised, and start again.":
        "Sebuah berkas di .venv sedang dipakai (OneDrive, antivirus, jendela lain): tutup, atau "
        "pindahkan proyek ke folder yang tidak disinkronkan, lalu mulai lagi.",
    "The project's folder lies too deep for Windows: move it near the top of a drive and "
    "start again.":
        "Folder proyek terlalu dalam untuk Windows: pindahkan ke dekat puncak sebuah drive, lalu "
        "mulai lagi.",
    "This Python lacks its venv module: install it (Debian and Ubuntu: python3-venv) and start "
    "again.":
        "Python ini tidak memiliki modul venv: pasang (Debian dan Ubuntu: python3-venv), lalu "
        "mulai lagi.",
    "A package is not whole (a virus scanner, a full disk?): start again, it is set up anew.":
        "Sebuah paket tidak utuh (antivirus, penyimpanan penuh?): mulai lagi, ia dipasang ulang.",
    "A downloaded package does not have the locked hash: do not use it; try another network.":
        "Paket yang diunduh tidak cocok dengan hash yang terkunci: jangan dipakai; coba jaringan "
        "lain.",
    "The packages cannot be downloaded: connect to the internet once and start again.":
        "Paket tidak dapat diunduh: sambungkan ke internet sekali, lalu mulai lagi.",
    "The installation failed: start again, and if it fails again, report the details.":
        "Pemasangan gagal: mulai lagi, dan bila gagal lagi, laporkan rinciannya.",
    "%s (details: %s)": "%s (rincian: %s)",
    'did you mean "%s"?': 'maksudnya "%s"?',
    "choose one of %s.": "pilih salah satu: %s.",
    'run.py: no task "%s"; %s': 'run.py: tidak ada tugas "%s"; %s',
    "Setting up %s (once, a minute or two) ...": "Menyiapkan %s (sekali saja, satu dua menit) ...",
    "Adding to %s what this needs (once, a minute or two) ...":
        "Menambahkan ke %s apa yang diperlukan (sekali saja, satu dua menit) ...",
    "... %d s": "... %d detik",
    "%s: passed": "%s: lulus",
    "%s: FAILED": "%s: GAGAL",
    "%d tests and %d notebook cells ran": "%d tes dan %d sel notebook dijalankan",
    "%d passed, %d failed, %d skipped": "%d lulus, %d gagal, %d dilewati",
    "style": "gaya", "types": "tipe", "tests": "tes", "notebooks": "notebook",
    "run.py: --bahasa takes id or en, not %s": "run.py: --bahasa diikuti id atau en, bukan %s",
}  # fmt: skip
"""Each sentence that is said here in Indonesian: nothing is installed yet that could be asked."""


def is_english():
    # type: () -> bool
    return os.environ.get("LKJIP_BAHASA", "").strip().lower() in ("en", "c")


def say(text, *facts):
    # type: (str, object) -> str
    """A sentence in the language of the terminal, with what it names put in."""
    sentence = text if is_english() else WORDS.get(text, text)
    return sentence % facts if facts else sentence


OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit(
        say(
            "This project needs Python %d.%d or later, and this is Python %d.%d: install a newer "
            "one from python.org and start run.py with it.",
            *(OLDEST + tuple(sys.version_info[:2])),
        )
    )

import contextlib
import hashlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import xml.etree.ElementTree as ElementTree
from difflib import get_close_matches
from pathlib import Path
from typing import Iterator  # noqa: F401  (named in a type comment)

HOME = Path(__file__).resolve().parent
TASKS = (
    "template", "import", "usul", "periksa", "contoh", "new", "kembalikan", "check", "report",
    "verify", "watch", "perbaikan", "koreksi", "reviu", "ekspor", "susun", "beda", "list",
    "init", "notebook", "lab", "test",
)  # fmt: skip
CAUSES = (
    (
        ("No space left", "not enough space", "os error 28", "os error 112"),
        "The disk is full: free about 1 GB and start again.",
    ),
    (
        ("Permission denied", "Access is denied", "Read-only file system"),
        "The project's folder cannot be written: copy it to a folder of your own and start again.",
    ),
    (
        ("WinError 32", "being used by another process"),
        "A file of .venv is in use (OneDrive, a virus scanner, another window): close it, or move "
        "the project to a folder that is not synchronised, and start again.",
    ),
    (
        ("Long Path", "filename or extension is too long", "WinError 206"),
        "The project's folder lies too deep for Windows: move it near the top of a drive and "
        "start again.",
    ),
    (
        ("ensurepip", "No module named venv"),
        "This Python lacks its venv module: install it (Debian and Ubuntu: python3-venv) and start "
        "again.",
    ),
    (
        ("NOT WHOLE",),
        "A package is not whole (a virus scanner, a full disk?): start again, it is set up anew.",
    ),
    (
        ("HASHES", "Hash mismatch", "hash mismatch"),
        "A downloaded package does not have the locked hash: do not use it; try another network.",
    ),
    (
        (
            "Temporary failure",
            "Name or service not known",
            "Connection",
            "connection",
            "dns error",
            "No matching distribution",
            "error sending request",
            "timed out",
            "Failed to fetch",
            "getaddrinfo",
            "Max retries",
        ),
        "The packages cannot be downloaded: connect to the internet once and start again.",
    ),
)


LEVELS = ("", "-many", "-test")
"""How much .venv may hold, each all of the one before; JupyterLab has an environment of its own."""

GUARD = "--guard"
"""The first word with which run.py starts itself to watch over one step of the installation."""

CHECK = """
import importlib, importlib.metadata, os, re, sys
lock, *modules = sys.argv[1:]
text = open(lock, encoding="utf-8").read()
for name, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^ ;\\\\]+) *\\\\?$", text, re.MULTILINE):
    if importlib.metadata.version(name) != version:
        sys.exit("NOT WHOLE: %s is not of the version %s" % (name, version))
for found in importlib.metadata.distributions():
    if found.metadata["Name"] == "lkjip-analysis":
        continue
    for file in found.files or ["RECORD"]:
        path = os.path.join(str(found.locate_file("")), str(file))
        if path.endswith(".pyc"):
            continue
        size = getattr(file, "size", None)
        if not os.path.isfile(path) or size not in (None, os.path.getsize(path)):
            sys.exit("NOT WHOLE: " + path)
for module in modules:
    importlib.import_module(module)
"""
"""Run in an environment: every locked package is there with every file, and can be imported."""

IMPORTED = (
    "lkjip_analysis.commands.cli", "pandas", "matplotlib.pyplot", "PIL.Image", "papermill",
    "nbconvert",
    "ipykernel.kernelapp", "babel.numbers", "yaml", "jsonschema", "jinja2", "openpyxl", "docx",
    "typer", "rich", "filelock", "watchfiles", "pdfplumber", "pypdf",
)  # fmt: skip
FURTHER = {
    "-many": ("distributed", "pyarrow.parquet", "frictionless"),
    "-test": ("distributed", "pyarrow.parquet", "frictionless", "pytest", "nbval", "hypothesis"),
    "-lab": ("jupyterlab.labapp",),
}
"""What else is imported of an environment that holds more, to see that it is whole."""

STOPPED = 130
"""The exit code after Ctrl-C."""


class Trouble(Exception):
    """Something the user can mend, said in one sentence."""


def main(words):
    # type: (list[str]) -> int
    """Run the task that the command line names; the exit code is the task's."""
    if words[:1] == [GUARD]:
        guard(words[1:])
    try:
        words = spoken(words)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    if not words or words[0] in ("-h", "--help", "help"):
        print(__doc__ if is_english() else GUIDE)
        return 0
    task, rest = words[0], words[1:]
    if task not in TASKS:
        near = get_close_matches(task, TASKS, n=1)
        every = ", ".join(TASKS)
        hint = say('did you mean "%s"?', near[0]) if near else say("choose one of %s.", every)
        print(say('run.py: no task "%s"; %s', task, hint), file=sys.stderr)
        return 2
    try:
        python = ready(level_of(task, rest))
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    if task == "test":
        return run_tests(python, rest)
    return started([python, "-m", "lkjip_analysis", task, *rest])


def spoken(words):
    # type: (list[str]) -> list[str]
    """The words without `--bahasa`, which the task and all that it starts are told by the
    environment. Raises: Trouble for a language that is not spoken.
    """
    kept, rest = [], list(words)  # type: list[str], list[str]
    while rest:
        name, sign, value = rest[0].partition("=")
        if name != "--bahasa" or "--" in kept:
            kept.append(rest.pop(0))
            continue
        rest.pop(0)
        value = value if sign else (rest.pop(0) if rest else "")
        if value not in ("id", "en"):
            raise Trouble(say("run.py: --bahasa takes id or en, not %s", '"%s"' % value))
        os.environ["LKJIP_BAHASA"] = value
    return kept


def level_of(task, words):
    # type: (str, list[str]) -> str
    """How much a task needs: most need no browser, no cluster and no Parquet."""
    if task in ("lab", "test"):
        return "-" + task
    options = {word.partition("=")[0] for word in words}
    nation = task == "verify" and "--all" in options
    return "-many" if nation or {"--scheduler", "--periksa"} & options else ""


def ready(level):
    # type: (str) -> str
    """The Python of an environment that holds this level, made, added to or repaired if need be.

    The stamp is written last: without it, an interrupted installation starts over. It tells the
    lock and the files that were there, so that an environment that lost some is set up again.
    """
    folder = HOME / (".venv-lab" if level == "-lab" else ".venv")
    enough = LEVELS[LEVELS.index(level) :] if level in LEVELS else (level,)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "lock.sha256"
    if is_stamped(stamp, [fingerprint(lock_of(one)) for one in enough]):
        return str(python)
    try:
        with only_one(HOME / (folder.name + ".lock")):
            set_up(folder, python, stamp, level, enough)
    except OSError as error:
        raise Trouble(cause_of(str(error))) from error
    return str(python)


def lock_of(level):
    # type: (str) -> Path
    return HOME / ("requirements%s.lock" % level)


def set_up(folder, python, stamp, level, enough):
    # type: (Path, Path, Path, str, tuple[str, ...]) -> None
    """Make, add to or repair an environment, and stamp it with what it holds then."""
    wanted = [fingerprint(lock_of(one)) for one in enough]
    if is_stamped(stamp, wanted):
        return  # another start has done it meanwhile
    made = stamp.read_text().partition("\n")[0] if stamp.is_file() else ""
    if made in wanted:
        level = enough[wanted.index(made)]  # what is there already is kept, or set up again
    if made not in wanted or not is_whole(python, lock_of(level)):
        less = LEVELS[: LEVELS.index(level)] if level in LEVELS else ()
        fresh = made not in [fingerprint(lock_of(one)) for one in less]
        new = "Setting up %s (once, a minute or two) ..."
        more = "Adding to %s what this needs (once, a minute or two) ..."
        print(say(new if fresh else more, folder.name), file=sys.stderr, flush=True)
        with contextlib.suppress(FileNotFoundError):
            stamp.unlink()
        with patience():
            install(folder, python, lock_of(level), fresh)
            whole(python, lock_of(level))
    stamp.write_text(fingerprint(lock_of(level)) + "\n" + inventory(folder))


@contextlib.contextmanager
def patience():
    # type: () -> Iterator[None]
    """Say every ten seconds how long it has taken: a silent minute looks like a hang."""
    done, started = threading.Event(), time.monotonic()

    def tell():
        # type: () -> None
        while not done.wait(10):
            print(say("... %d s", time.monotonic() - started), file=sys.stderr, flush=True)

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def fingerprint(lock):
    # type: (Path) -> str
    """What an environment depends on: the lock, the project's own set-up, and this Python."""
    parts = [
        lock.read_bytes(),
        (HOME / "pyproject.toml").read_bytes(),
        str(HOME).encode(),
        sys.version.encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_stamped(stamp, wanted):
    # type: (Path, list[str]) -> bool
    """Was it once set up whole for one of these, and has no file come or gone since?"""
    if not stamp.is_file():
        return False
    made, _, files = stamp.read_text().partition("\n")
    return made in wanted and files == inventory(stamp.parent)


def inventory(folder):
    # type: (Path) -> str
    """The names of all files of an environment, as a hash; a twentieth of a second."""
    names, places = [], [str(folder)]
    while places:
        for entry in os.scandir(places.pop()):
            if not entry.is_dir(follow_symlinks=False):
                names.append(os.path.relpath(entry.path, str(folder)))
            elif entry.name != "__pycache__":
                places.append(entry.path)
    kept = sorted(set(names) - {"lock.sha256"})
    return hashlib.sha256("\n".join(kept).encode("utf-8", "surrogateescape")).hexdigest()


def whole(python, lock):
    # type: (Path, Path) -> None
    """Raises: Trouble where a package is missing or not whole, or cannot be imported."""
    level = lock.stem[len("requirements") :]
    checked([str(python), "-c", CHECK, str(lock), *IMPORTED, *FURTHER.get(level, ())])


def is_whole(python, lock):
    # type: (Path, Path) -> bool
    try:
        whole(python, lock)
    except (Trouble, OSError):
        return False
    return True


HELD = []  # type: list[int]


@contextlib.contextmanager
def only_one(path):
    # type: (Path) -> Iterator[None]
    """Two starts at once: the second waits. The system frees the lock of a start that dies.

    Outside Windows the steps of the installation hold it too, so that it is free when all ended.
    """
    with path.open("a+") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten seconds; an installation takes longer
                    time.sleep(1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
            HELD.append(file.fileno())
        try:
            yield
        finally:
            HELD.clear()


def install(folder, python, lock, fresh):
    # type: (Path, Path, Path, bool) -> None
    """Exactly the locked packages and this project, hashes enforced: all of it, or what lacks.

    uv takes a third of pip's time, but knows nothing of pip's own settings (a proxy, an index of
    the house): where it fails, or cannot be had, pip does it.
    """
    uv = shutil.which("uv")
    if uv:
        try:
            if fresh:
                anew(folder, [uv, "venv", "--quiet", "--python", sys.executable])
            return filled([uv, "pip", "install", "--quiet", "--python", str(python)], lock)
        except Trouble:
            fresh = True  # an environment that uv made holds no pip
    if fresh:
        anew(folder, [sys.executable, "-m", "venv"])
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"]
    pip.append("--disable-pip-version-check")
    with tempfile.TemporaryDirectory(prefix="lkjip-uv-") as place:
        try:
            wanted = ["--require-hashes", "-r", str(HOME / "requirements-uv.lock")]
            checked([*pip, "--target", place, *wanted])
            uv = shutil.which("uv", path=os.pathsep.join((place + "/bin", place + "/Scripts")))
            if uv:
                return filled([uv, "pip", "install", "--quiet", "--python", str(python)], lock)
        except Trouble:
            pass
    return filled(pip, lock)


def anew(folder, command):
    # type: (Path, list[str]) -> None
    """An empty environment in place of what was there."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(str(folder), ignore_errors=True)
    checked([*command, str(folder)])


def filled(command, lock):
    # type: (list[str], Path) -> None
    """The locked packages and this project, by uv or by pip."""
    checked([*command, "--require-hashes", "-r", str(lock)])
    checked([*command, "--no-deps", "--no-build-isolation", "--no-index", "-e", str(HOME)])


def checked(command):
    # type: (list[str]) -> None
    """Run one step of the installation; a failure becomes one sentence and a log.

    However this process ends, the step ends with it: its guard sees our end of the pipe close.
    """
    words = [sys.executable, str(Path(__file__).resolve()), GUARD, *command]
    process = subprocess.Popen(
        words, cwd=str(HOME), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
        pass_fds=() if os.name == "nt" else tuple(HELD),
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )  # fmt: skip
    assert process.stdin and process.stdout
    try:
        output = process.stdout.read().decode("utf-8", "replace")
        code = process.wait()
    finally:
        process.stdin.close()
        process.wait()
    if code:
        raise Trouble(say("%s (details: %s)", cause_of(output), logged(output)))


def logged(output):
    # type: (str) -> Path
    """Where the details are: in the project, or in a new file that nobody could foresee."""
    log = HOME / ".venv-setup.log"
    try:
        with contextlib.suppress(FileNotFoundError):
            log.unlink()
        with log.open("x", encoding="utf-8") as file:
            file.write(output)
    except OSError:
        number, name = tempfile.mkstemp(prefix="lkjip-setup-", suffix=".log")
        log = Path(name)
        with contextlib.suppress(OSError), os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(output)
    return log


def guard(command):
    # type: (list[str]) -> None
    """Run one step, and end it with all that it started as soon as our parent ends."""
    threading.Thread(target=end_with_parent, daemon=True).start()
    held = () if os.name == "nt" else tuple(lock for lock in range(3, 64) if is_open(lock))
    code = subprocess.call(command, stdin=subprocess.DEVNULL, pass_fds=held)
    sys.stdout.flush()
    os._exit(code if code >= 0 else 1)


def is_open(number):
    # type: (int) -> bool
    """Did our parent pass this file on? Our own files are never passed on."""
    try:
        return os.get_inheritable(number)
    except OSError:
        return False


def end_with_parent():
    # type: () -> None
    os.read(0, 1)  # nobody writes there: it ends when the other end is closed
    if sys.platform == "win32":
        subprocess.call(["taskkill", "/F", "/T", "/PID", str(os.getpid())])
    else:
        os.killpg(0, signal.SIGKILL)


def cause_of(output):
    # type: (str) -> str
    for marks, sentence in CAUSES:
        if any(mark in output for mark in marks):
            return say(sentence)
    return say("The installation failed: start again, and if it fails again, report the details.")


def started(command):
    # type: (list[str]) -> int
    """Run a task to its end and pass its exit code on; Ctrl-C ends it quietly."""
    python = "py" if os.name == "nt" and shutil.which("py") else "python"
    environment = dict(os.environ, PYTHONUTF8="1", LKJIP_CALLED=python + " run.py")
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    except KeyboardInterrupt:
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()
        return STOPPED


def run_tests(python, rest):
    # type: (str, list[str]) -> int
    """Style, types, tests and notebooks, or those named; ends with how many of each ran."""
    os.chdir(HOME)
    with tempfile.TemporaryDirectory() as folder:
        tests, cells = Path(folder, "tests.xml"), Path(folder, "cells.xml")
        options, files, notebooks = named(rest)
        two = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]  # long ones stand first
        pytest = [python, "-m", "pytest", "-q", *two, *options]
        every = not files and not notebooks
        commands = {
            "style": [python, "-m", "ruff", "check", "."],
            "types": [python, "-m", "mypy"],
        }
        if files or every:
            commands["tests"] = [*pytest, *files, "--junitxml", str(tests)]
        if notebooks or every:
            shown = notebooks or ["notebooks"]
            commands["notebooks"] = [*pytest, "--nbval", *shown, "--junitxml", str(cells)]
        codes = []
        for command in commands.values():
            codes.append(started(command))
            if codes[-1] == STOPPED:
                return STOPPED
        ran, failed, skipped = counts(tests)
        cells_ran, cells_failed, cells_skipped = counts(cells)
    for name, code in zip(commands, codes, strict=True):
        print(say("%s: passed" if code == 0 else "%s: FAILED", say(name)))
    print(say("%d tests and %d notebook cells ran", ran, cells_ran))
    failures = failed + cells_failed + sum(code != 0 for code in codes[:2])
    passed = ran + cells_ran - failed - cells_failed
    print(say("%d passed, %d failed, %d skipped", passed, failures, skipped + cells_skipped))
    return 1 if any(codes) else 0


WITH_VALUE = ("-k", "-m", "-n", "-p", "-c", "-W", "--deselect", "--ignore", "--maxfail")
"""Options of pytest whose value comes after them, and is no file to test."""


def named(rest):
    # type: (list[str]) -> tuple[list[str], list[str], list[str]]
    """What pytest is given: options, and the test files and notebooks that are named."""
    options, files, notebooks = [], [], []  # type: list[str], list[str], list[str]
    for before, one in zip(["", *rest], rest):  # noqa: B905
        is_file = before not in WITH_VALUE and Path(one.partition("::")[0]).exists()
        if one.startswith("-") or not is_file:
            options.append(one)
        elif one.endswith(".ipynb") or Path(one).parts[:1] == ("notebooks",):
            notebooks.append(one)
        else:
            files.append(one)
    return options, files, notebooks


def counts(report):
    # type: (Path) -> tuple[int, int, int]
    """How many tests of a JUnit report ran, failed and were skipped; none if there is none."""
    if not report.is_file():
        return 0, 0, 0
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    total, failed, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites for name in names)
        for names in (("tests",), ("failures", "errors"), ("skipped",))
    )
    return total - skipped, failed, skipped


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
