"""What run.py says before anything is installed: English sentences, and each in Indonesian.

It says "Python too old" on old Pythons, so it keeps to their syntax.
"""

import os

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
