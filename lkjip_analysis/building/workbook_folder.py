"""A workbook folder, and notebooks in it, written for a person to go on with."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

from lkjip_analysis.errors import wrong_input
from lkjip_analysis.language import phrase
from lkjip_analysis.replace_folder import cannot_be_written
from lkjip_analysis.report.reports_at_hand import available
from lkjip_analysis.report.workbook_home import home, shipped
from lkjip_analysis.writing import write_whole, written

EXAMPLE = "data/raw"
README = """# Buku kerja laporan kinerja

- `data/raw/INSTANSI/TAHUN/`: tabel sebagaimana tercetak; satu contoh sudah ada.
- `notebooks/`: halaman laporan; `notebooks/eksplorasi/` untuk pertanyaan sendiri.
- `reports/`: yang dibuat.

```sh
lkjip list                                  # instansi dan tahun yang ada
lkjip verify INSTANSI TAHUN                 # angka tercetak mana yang salah
lkjip report INSTANSI TAHUN                 # laporan HTML
lkjip notebook 08_program                   # halaman sendiri
lkjip template dinas.xlsx                   # laporan sendiri, lewat Excel
```

Dalam JupyterLab (`pip install jupyterlab`, lalu `lkjip lab`):

```python
import lkjip_analysis as lkjip

laporan = lkjip.load("dindagkop-ukm-blora", 2021)
laporan.anggaran
help(lkjip)                                  # apa saja yang ada
```
"""


def write_workbook(folder: Path) -> Path:
    """Notebooks, an example and a README in `folder`.

    Raises: InputError where one of them is there already, before anything is written.
    """
    target = folder.resolve()
    taken = [name for name in ("notebooks", "data", "README.md") if (target / name).exists()]
    if taken:
        found = phrase("{taken} in {target}", taken=", ".join(taken), target=target)
        raise wrong_input("init", found, "a folder without them", "Name a new folder.")
    parts = {name: shipped(name) for name in ("notebooks", EXAMPLE)}
    lacking = [name for name, source in parts.items() if source is None]
    if lacking:
        found = phrase("a package without {lacking}", lacking=phrase(" and ").join(lacking))
        remedy = "Install the wheel, or start from a copy of the project."
        raise wrong_input("init", found, "what the wheel brings", remedy)
    try:
        _write_parts(target, {name: source for name, source in parts.items() if source})
    except OSError as error:
        raise cannot_be_written(target, error) from error
    return target


def _write_parts(target: Path, parts: dict[str, Path]) -> None:
    """All of it beside its place first: of what finds no room nothing stays."""
    (target / "reports").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".baru-", dir=target) as made:
        for name, source in parts.items():
            shutil.copytree(source, Path(made, name), ignore=shutil.ignore_patterns(".*"))
        Path(made, "README.md").write_bytes(README.encode())
        for part in Path(made).iterdir():
            part.rename(target / part.name)
            written[target / part.name] = None


def write_notebook(name: str, explores: bool = False) -> Path:
    """A notebook that loads the first report at hand, in the workbook's notebooks.

    Raises: InputError for a name that is taken, or that makes no page.
    """
    stem = name.removesuffix(".ipynb")
    form = r"[\w-]+" if explores else r"[0-9]{2}_[\w-]+"
    if not re.fullmatch(form, stem):
        allowed = "letters, digits, - and _" if explores else "a name like 08_program"
        remedy = "A page's name begins with its place among the pages; --eksplorasi needs none."
        raise wrong_input("notebook", phrase('the name "{name}"', name=name), allowed, remedy)
    folder = home() / "notebooks" / ("eksplorasi" if explores else "")
    path = folder / f"{stem}.ipynb"
    if path.exists():
        found = phrase("{name} in {folder}", name=path.name, folder=folder)
        raise wrong_input("notebook", found, "a name that is free", "Choose another.")
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, (json.dumps(_notebook(stem), indent=1, ensure_ascii=False) + "\n").encode())
    return path


def _notebook(stem: str) -> dict[str, object]:
    instansi, tahun = _first_at_hand()
    title = re.sub(r"^[0-9]+_", "", stem).replace("_", " ").capitalize()
    cells = [
        _cell("markdown", "judul", f"# {title}\n\nApa yang ingin diketahui pembaca?"),
        _cell("code", "parameter", f'instansi: str = "{instansi}"\ntahun: int = {tahun}',
              ["parameters"]),
        _cell("code", "muat", "import lkjip_analysis as lkjip\n\n"
              "laporan = lkjip.load(instansi, tahun)"),
        _cell("markdown", "tanya", "## Program mana yang paling sedikit menyerap?"),
        _cell("code", "jawab", "lkjip.charts.serapan(laporan.anggaran)"),
    ]  # fmt: skip
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def _cell(kind: str, ident: str, text: str, tags: list[str] | None = None) -> dict[str, object]:
    cell: dict[str, object] = {
        "cell_type": kind,
        "id": ident,
        "metadata": {"tags": tags} if tags else {},
        "source": text.splitlines(keepends=True),
    }
    return cell | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def _first_at_hand() -> tuple[str, int]:
    """An agency with its fullest year, for a start; the one with most tables."""
    at_hand = [(name, year) for name, years in available().items() for year in years]
    folder = home() / "data" / "raw"
    return max(
        at_hand,
        key=lambda one: len(list((folder / one[0] / str(one[1])).glob("*.csv"))),
        default=("instansi", 2021),
    )
