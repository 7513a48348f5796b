"""Set up this project and start a task: nothing but Python 3.11 or later is needed.

    python run.py template [FILE.xlsx]      an Excel workbook to fill in
    python run.py periksa FILE.pdf...       what is wrong in published documents, nothing typed
    python run.py contoh                    a made-up report to try it on
    python run.py usul FILE.docx --instansi I --tahun T   what a Word report holds, as a workbook
    python run.py susun --contoh FILE.xlsx  a form for next year's report; susun FILE.xlsx writes it
    python run.py import FILE.xlsx          its tables into data/raw, or those of another workbook
    python run.py bukti INSTANSI TAHUN FILE   a source document held against a report
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
whole nation, a cluster, periksa --pindaian) adds it once. Further arguments are passed on. Answers
are Indonesian, or English after --bahasa en (or LKJIP_BAHASA=en).
"""

from __future__ import print_function

import os
import sys
from difflib import get_close_matches

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from tools.first_start.words import is_english, say

GUIDE = """Menyiapkan proyek ini dan menjalankan tugas: cukup dengan Python 3.11 atau lebih baru.

    python run.py template [BERKAS.xlsx]    buku kerja Excel untuk diisi
    python run.py periksa BERKAS.pdf...     apa yang salah dalam dokumen terbit, tanpa menyalin
    python run.py contoh                    sebuah laporan buatan untuk mencobanya
    python run.py usul BERKAS.docx --instansi I --tahun T   isi laporan Word, sebagai buku kerja
    python run.py susun --contoh BERKAS.xlsx  formulir laporan tahun depan; tanpa --contoh: menyusun
    python run.py import BERKAS.xlsx        tabelnya ke data/raw, juga dari buku kerja lain
    python run.py bukti INSTANSI TAHUN BERKAS   cocokkan laporan dengan dokumen sumber
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
lebih banyak (test, seluruh negeri, klaster, periksa --pindaian) menambahkannya sekali. Argumen
lain diteruskan. --bahasa en (atau LKJIP_BAHASA=en) menjawab dalam bahasa Inggris.
"""
"""What the docstring says, in the language that is spoken unless English is asked for."""

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    needed = (
        "This project needs Python %d.%d or later, and this is Python %d.%d: install a newer one "
        "from python.org and start run.py with it."
    )
    sys.exit(say(needed, *(OLDEST + tuple(sys.version_info[:2]))))

from tools.first_start.all_tests import run_tests
from tools.first_start.environment import ready
from tools.first_start.installation import Trouble
from tools.first_start.task import STOPPED, started

TASKS = (
    "template", "import", "usul", "bukti", "periksa", "contoh", "new", "kembalikan", "check",
    "report", "verify", "watch", "perbaikan", "koreksi", "reviu", "ekspor", "susun", "beda", "list",
    "init", "notebook", "lab", "test",
)  # fmt: skip


def main(words):
    # type: (list[str]) -> int
    """Run the task that the command line names; the exit code is the task's."""
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
    # -P: a folder of data may hold a file that is called as a module is; it is not imported.
    return started([python, "-P", "-m", "lkjip_analysis", task] + rest)


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
    if task == "test" or (task == "lab" and not {"-h", "--help"}.intersection(words)):
        return "-" + task  # who asks how lab is used has nothing installed for it
    options = {word.partition("=")[0] for word in words}
    nation = task == "verify" and "--all" in options
    if task == "periksa" and "--pindaian" in options:
        return "-scan"
    return "-many" if nation or {"--scheduler", "--periksa"} & options else ""


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(STOPPED)
