"""The page over all examined documents: what was found in each, and the ways there and back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lkjip_analysis.building import fingerprint
from lkjip_analysis.building.many import overview
from lkjip_analysis.commands.cli import app
from lkjip_analysis.errors import InputError
from lkjip_analysis.output.examined.examined_index import Entry, write_index

TABLE = """# LAPORAN KINERJA DINAS {office} KABUPATEN SERIBU TAHUN {year}

Tabel 3.2 Realisasi Anggaran

| No | Program | Anggaran (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Penunjang | 600.000.000 | 563.000.000 | 93,83 |
| 2 | Program Budidaya | 400.000.000 | 376.000.000 | 94,00 |
| 3 | Program Tangkap | 200.000.000 | 187.000.000 | 93,50 |
| | Jumlah | 1.200.000.000 | {total} | 93,83 |
"""
SOUND, WRONG = "1.126.000.000", "1.162.000.000"  # 563 + 376 + 187 = 1.126


@pytest.fixture
def examined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of reports, with two documents examined: a wrong total and a sound one."""
    monkeypatch.chdir(tmp_path)
    for name, office, year, total in (("a b", "PERIKANAN", 2023, WRONG),
                                      ("c", "PERTANIAN", 2022, SOUND)):  # fmt: skip
        text = TABLE.format(office=office, year=year, total=total)
        Path(f"{name}.md").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(app, ["periksa", "a b.md", "c.md", "--workers", "1"])
    assert done.exit_code == 1, done.output
    assert str(Path("reports", "periksa", "index.html")) in done.output
    return tmp_path / "reports"


def test_the_page_lists_each_document_with_what_was_found(examined: Path) -> None:
    page = (examined / "periksa" / "index.html").read_text(encoding="utf-8")
    rows = re.findall(r'<tr role="row"><th scope="row".*?</tr>', page, re.DOTALL)
    told = [re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", row)).strip() for row in rows]
    found = json.loads((examined / "periksa" / "a b" / "temuan.json").read_text("utf-8"))
    assert found["summary"]["ambigu"] == 1
    # Proven, open, then the figures that are tested of all; a column of nothing is left out.
    assert [line.split(" kertas kerja")[0] for line in told] == [
        "a b.md 2023 Perlu klarifikasi 0 1 {watched} dari {figures}".format(**found["coverage"]),
        "c.md 2022 Tidak ada temuan 0 0 {watched} dari {figures}".format(**found["coverage"]),
    ]
    for link in re.findall(r'href="([^"#]+\.(?:html|xlsx))"', page):
        assert (examined / "periksa" / link.replace("%20", " ")).is_file(), link
    own = (examined / "periksa" / "a b" / "index.html").read_text(encoding="utf-8")
    assert 'href="../index.html"' in own and "Dinas Perikanan, Kabupaten Seribu" in own
    assert "Tidak ada angka yang terbukti salah, tetapi 1 hal perlu dicocokkan" in own


@pytest.mark.parametrize(
    ("tested", "shown"), [((0, 2), "belum"), ((3, 9), "belum"), ((5, 9), "selaras")]
)
def test_who_tested_little_is_not_told_to_agree(tested: tuple[int, int], shown: str) -> None:
    told = dict(zip(("watched", "figures"), tested, strict=True))
    entry = Entry("a", "a.pdf", "Dinas A", 2023, {"terbukti": 0}, told, ())
    assert entry.standing == shown and entry.is_untested == (tested[0] == 0)


def test_the_pages_over_reports_and_over_documents_lead_to_one_another(examined: Path) -> None:
    year = examined / "dinas-a" / "2021"
    year.mkdir(parents=True)
    told = {"nama": "Dinas A", "ringkasan": {"keadaan": "", "warna": ""}}
    (year / fingerprint.MANIFEST).write_text(json.dumps(told), encoding="utf-8")
    over = overview.write(examined).read_text(encoding="utf-8")
    assert 'href="periksa/index.html"' in over
    assert 'href="periksa' not in (examined / "dinas-a" / "index.html").read_text("utf-8")
    index = write_index(examined / "periksa")
    assert index and 'href="../index.html"' in index.read_text(encoding="utf-8")
    # One document more: the page over reports is made again, and is there before only with reports.
    (examined / "index.html").write_text("lama", encoding="utf-8")
    assert CliRunner().invoke(app, ["periksa", "c.md"]).exit_code == 0
    assert (examined / "index.html").read_text(encoding="utf-8") == over


def test_a_page_of_somebody_is_not_written_over(examined: Path, tmp_path: Path) -> None:
    page = examined / "periksa" / "index.html"
    page.write_text("milik orang", encoding="utf-8")
    with pytest.raises(InputError, match="something else in the place of the list"):
        write_index(examined / "periksa")
    assert page.read_text(encoding="utf-8") == "milik orang"
    told = CliRunner().invoke(app, ["periksa", "c.md"])
    assert told.exit_code == 0 and "index.html" in told.stderr and "Move it away" in told.stderr
    assert page.read_text(encoding="utf-8") == "milik orang"
    (tmp_path / "kosong").mkdir()
    assert write_index(tmp_path / "kosong") is None and write_index(tmp_path / "tiada") is None
    page.unlink()
    (examined / "periksa" / "c" / "temuan.json").write_text("[]", encoding="utf-8")
    again = write_index(examined / "periksa")
    assert again and "c.md" not in again.read_text(encoding="utf-8")
