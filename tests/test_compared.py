"""What changed between two states: two years, a report and its earlier export, two builds."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from folders import OTHERS, made_up
from typer.testing import CliRunner, Result

from lkjip_analysis.commands.cli import app
from lkjip_analysis.output.compared.differences import differences
from lkjip_analysis.output.compared.snapshot import Said, Snapshot
from lkjip_analysis.output.compared.telling import as_text

TABLE = "tabel:\n  anggaran: {tipe: anggaran, label: Tabel 1, transkripsi: ganda}\n"
BUDGET = """\
kode,program,pagu,realisasi,serapan
a,Program A,100,80,"80,00"
b,Program B,200,90,"45,00"
c,Program C,300,90,"30,00"
jumlah,Jumlah,600,260,"43,33"
"""


def beda(*words: str) -> Result:
    return CliRunner().invoke(app, ["beda", *words])


@pytest.fixture
def data(tmp_path: Path) -> Path:
    made_up(tmp_path, TABLE, {"anggaran": BUDGET})
    return tmp_path


@pytest.fixture
def exported(data: Path) -> Path:
    """The export of the report as it was before anything changed."""
    done = CliRunner().invoke(app, ["ekspor", "dinas-contoh", "2021", "--data", str(data)])
    assert done.exit_code == 0, done.output
    kept = data / "kemarin"
    shutil.copytree(data / "processed" / "dinas-contoh" / "2021", kept)
    return kept


def change(data: Path, old: str, new: str) -> None:
    path = data / "raw" / "dinas-contoh" / "2021" / "anggaran.csv"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_nothing_changed_is_said_and_ends_with_0(data: Path, exported: Path) -> None:
    done = beda(str(exported), "dinas-contoh/2021", "--data", str(data))
    assert done.exit_code == 0
    assert "Angka: tidak ada perubahan" in done.stdout
    assert "Temuan: tidak ada perubahan" in done.stdout


def test_a_changed_a_new_and_a_lost_figure_and_their_findings(data: Path, exported: Path) -> None:
    change(data, "a,Program A,100,80", "a,Program A,100,90")
    change(data, 'b,Program B,200,90,"45,00"\n', "")
    change(data, "jumlah", 'd,Program D,200,90,"45,00"\njumlah')
    done = beda(str(exported), "dinas-contoh/2021", "--data", str(data), "--json", "-")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    figures = {(one["jenis"], one["kunci"], one["sebelum"], one["sesudah"])
               for one in told["angka"]}  # fmt: skip
    assert figures == {
        ("berubah", "anggaran[a].realisasi", "80", "90"),
        ("baru", "anggaran[d].pagu", "", "200"),
        ("baru", "anggaran[d].realisasi", "", "90"),
        ("baru", "anggaran[d].serapan", "", "45,00"),
        ("hilang", "anggaran[b].pagu", "200", ""),
        ("hilang", "anggaran[b].realisasi", "90", ""),
        ("hilang", "anggaran[b].serapan", "45,00", ""),
    }
    assert [one["jenis"] for one in told["temuan"]] == ["baru"]  # 90 of 100 is not 80 percent


def test_the_same_figure_in_another_writing_is_no_other_figure(data: Path, exported: Path) -> None:
    change(data, 'c,Program C,300,90,"30,00"', "c,Program C,300,90,30.00")
    done = beda(str(exported), "dinas-contoh/2021", "--data", str(data))
    assert "Angka: 1 ditulis lain" in done.stdout
    assert "ditulis lain: " in done.stdout and ": 30,00 menjadi 30.00" in done.stdout


def test_a_table_that_one_year_alone_has_is_one_line() -> None:
    def year(*cells: str) -> dict[str, Said]:
        tables = {"pagu": "Tabel 1", "pegawai": "Tabel 2"}
        return {cell: Said(cell, "5", "5", tables[cell.partition("[")[0]]) for cell in cells}

    before = Snapshot("2021", year("pagu[a].x", "pagu[b].x", "pegawai[a].x", "pegawai[b].x"))
    found = differences(before, Snapshot("2022", year("pagu[a].x")))
    lines = [line.strip() for line in as_text(found).splitlines()]
    assert "Angka: 3 hilang" in lines
    assert lines[-2:] == ["hilang: pagu[b].x: 5", "hilang: Tabel 2, seluruhnya (2 angka)"]


def test_a_row_is_found_again_by_its_name_where_its_key_or_table_is_another() -> None:
    """The later year typed codes; two rows of one name, and one of another type, are none of it."""
    figures = {row: Said(row, row[-2], row[-2], "Tabel 1") for row in
               ("s1[a].x", "s1[b].x", "s2[b].x", "lain[c].x")}  # fmt: skip
    before = Snapshot("2021", {f"{key[:-1]}target": told for key, told in figures.items()}, rows={
        "s1[a]": "capaian beras", "s1[b]": "capaian gula", "s2[b]": "capaian gula",
        "lain[c]": "umkm garam"})  # fmt: skip
    new = {f"iku[{key}].target": Said(key, "9", "9", "Tabel 1") for key in "123"}
    after = Snapshot("2022", new,
                     rows={"iku[1]": "capaian beras", "iku[2]": "capaian gula",
                           "iku[3]": "capaian garam"})  # fmt: skip
    found = differences(before, after).figures or ()
    assert [one.kind for one in found] == ["berubah", "baru", "baru", *["hilang"] * 3]
    assert found[0].key == "iku[1].target"


def test_two_agencies_stand_side_by_side(tmp_path: Path) -> None:
    """Their cells are not each other's: what the front page of each says is told in columns."""
    page, one, two = tmp_path / "beda.html", "dinas-kesehatan-rekaan/2023", "rsud-rekaan/2023"
    done = beda(one, two, "--data", str(OTHERS), "-o", str(page))
    lines = [line.split() for line in done.stdout.splitlines()]
    # 21.092.675.500 of 21.900.000.000 is 96,31; the hospital has no finding at all.
    assert ["Perlu", "klarifikasi", "3", "0"] in lines and [
        "Kalimat",
        "tidak",
        "sesuai",
        "1",
        "0",
    ] in lines
    assert any(
        line[:2] == ["Serapan", "anggaran"] and line[2].startswith("96,31%") for line in lines
    )
    assert not any(line[:1] in (["baru:"], ["hilang:"]) for line in lines)
    assert "tidak disandingkan satu per satu" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if line.startswith("  "))
    assert "Perlu klarifikasi" in page.read_text("utf-8")
    told = json.loads(beda(one, two, "--data", str(OTHERS), "--json", "-").stdout)
    assert "temuan masih ada" not in told
    assert {"hal": "Perlu klarifikasi", "sebelum": "3", "sesudah": "0"} in told["berdampingan"]


def test_the_page_names_each_change_and_takes_nothing_as_markup(
    data: Path, exported: Path, tmp_path: Path
) -> None:
    change(data, "Program A,100,80", "<b>A</b>,100,81")
    page = tmp_path / "beda.html"
    done = beda(str(exported), "dinas-contoh/2021", "--data", str(data), "-o", str(page))
    assert done.exit_code == 1 and done.stdout.splitlines()[-1] == str(page)
    html = page.read_text("utf-8")
    assert "Content-Security-Policy" in html and "<b>A</b>" not in html
    assert "<td>80</td><td>81</td>" in html


def test_two_builds_are_compared_by_their_pages(tmp_path: Path) -> None:
    for name, pages in (("a", {"01.html": "x", "02.html": "y"}), ("b", {"01.html": "z"})):
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(json.dumps({"halaman": pages}), "utf-8")
    done = beda(str(tmp_path / "a"), str(tmp_path / "b"))
    assert done.exit_code == 1
    assert "Halaman: 1 berubah, 1 hilang" in done.stdout
    assert "01.html: isinya lain" in done.stdout and "02.html: tidak ada lagi" in done.stdout


def test_two_builds_are_compared_by_the_data_they_were_made_from(tmp_path: Path) -> None:
    for name, capaian in (("a", "1"), ("b", "2")):
        (tmp_path / name).mkdir()
        told = {"halaman": {"01.html": "x"}, "data": {"capaian.csv": capaian, "iku.csv": "0"}}
        (tmp_path / name / "manifest.json").write_text(json.dumps(told), "utf-8")
    done = beda(str(tmp_path / "a"), str(tmp_path / "b"))
    assert done.exit_code == 1
    assert "Data: 1" in done.stdout and "capaian.csv: " in done.stdout
    assert "iku.csv" not in done.stdout


def test_states_that_keep_nothing_in_common_are_not_called_equal(
    data: Path, exported: Path, tmp_path: Path
) -> None:
    build = tmp_path / "build"
    build.mkdir()
    (build / "manifest.json").write_text('{"halaman": {}}', "utf-8")
    done = beda(str(exported), str(build))
    assert done.exit_code == 2 and "which keep nothing" in done.stderr


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("manifest.json", b"{", "no list of pages"),
        ("manifest.json", b"[]", "no list of pages"),
        ("manifest.json", b"[" * 200_000, "no list of pages"),
        ("temuan.json", b"[" * 200_000, "no list of findings"),
        ("temuan.json", b'{"findings": [{"id": "a"}]}', "no list of findings"),
        (
            "temuan.json",
            b'{"findings": [], "instansi": "a", "tahun": 1e999}',
            "no list of findings",
        ),
        ("angka_tercetak.csv", b"tabel,baris\n1,\xff\n", "not UTF-8"),
        ("angka_tercetak.csv", b"tabel,baris\n1,2\n", "no column"),
    ],
)
def test_a_broken_state_is_one_message(
    tmp_path: Path, file: str, content: bytes, told: str
) -> None:
    (tmp_path / file).write_bytes(content)
    done = beda(str(tmp_path), str(tmp_path))
    assert done.exit_code == 2 and told in done.stderr and file in done.stderr


def test_an_unknown_name_says_what_can_be_named() -> None:
    done = beda("apa", "itu")
    assert done.exit_code == 2 and "INSTANSI/TAHUN" in done.stderr


def test_the_version_is_told() -> None:
    done = CliRunner().invoke(app, ["--version"])
    assert done.exit_code == 0 and done.stdout.startswith("lkjip 0.")


def report_of(share: str, total: str) -> str:
    """45 of 90 is 50,00 percent; the budgets make 310 million, of which 185 are 59,68 percent."""
    return (
        "# LAPORAN KINERJA DINAS TERNAK KABUPATEN UMBUL TAHUN 2022\n\n## BAB III AKUNTABILITAS\n\n"
        "Tabel 3.1 Pagu dan Realisasi Anggaran\n\n"
        "| No | Program | Pagu (Rp) | Realisasi (Rp) | % |\n|---|---|---|---|---|\n"
        "| 1 | Program Sapi | 80.000.000 | 40.000.000 | 50,00 |\n"
        f"| 2 | Program Kambing | 90.000.000 | 45.000.000 | {share} |\n"
        "| 3 | Program Unggas | 20.000.000 | 10.000.000 | 50,00 |\n"
        "| 4 | Program Pakan | 40.000.000 | 30.000.000 | 75,00 |\n"
        "| 5 | Program Kerbau | 80.000.000 | 60.000.000 | 75,00 |\n"
        f"| | Jumlah | {total} | 185.000.000 | 59,68 |\n"
    )


def test_a_second_version_of_a_document_says_what_is_mended_and_what_is_left(
    tmp_path: Path,
) -> None:
    """The total is mended, the share is not: of two findings one is gone and one is left."""
    for name, told in (("satu", ("53,00", "410.000.000")), ("dua", ("53,00", "310.000.000"))):
        (tmp_path / name).mkdir()
        file = tmp_path / name / "laporan.md"
        file.write_text(report_of(*told), encoding="utf-8")
        done = CliRunner().invoke(app, ["periksa", str(file), "-o", str(tmp_path / name)])
        assert done.exit_code == 1, done.output
    folders = [str(tmp_path / name / "laporan") for name in ("satu", "dua")]
    done = beda(*folders)
    assert done.exit_code == 1, done.output
    assert "1 hilang; 1 masih ada" in done.stdout
    assert "410.000.000 menjadi 310.000.000" in done.stdout
    gone = next(line for line in done.stdout.splitlines() if line.strip().startswith("hilang:"))
    assert "Jumlah - Pagu" in gone and "Program Kambing - %" in done.stdout
    assert (
        "masih ada: Perlu klarifikasi: Tabel 3.1, Program Kambing"
        in beda(folders[1], folders[1]).stdout
    )
    page = tmp_path / "beda.html"
    assert beda(folders[1], folders[1], "-o", str(page)).exit_code == 0
    said, _, left = page.read_text("utf-8").partition("<h2>Temuan masih ada: 1</h2>")
    assert "Temuan: tidak ada perubahan; 1 masih ada" in said and "Program Kambing – %" in left


def test_a_finding_is_left_by_its_code_and_not_by_its_words() -> None:
    """Two findings may say the same: that b says so now is no reason not to tell of a."""
    before = Snapshot("satu", findings={"a": Said("T", "keliru"), "b": Said("T", "lain")})
    after = Snapshot("dua", findings={"a": Said("T", "keliru"), "b": Said("T", "keliru")})
    found = differences(before, after)
    assert found.as_json()["temuan masih ada"] == [
        {"kunci": "a", "letak": "T", "pesan": "keliru"},
        {"kunci": "b", "letak": "T", "pesan": "keliru"},
    ]
    assert as_text(found).splitlines()[-3:] == [
        "Temuan: 1 berubah; 2 masih ada",
        "  berubah: T: keliru [b]",
        "  masih ada: T: keliru [a]",
    ]


def test_two_agencies_have_no_finding_in_common() -> None:
    """Their relations have like names, of tables that are not each other's."""
    told = {"capaian.rumus[1]": Said("T", "keliru")}
    two = (Snapshot(name, findings=told, instansi=name) for name in ("satu", "dua"))
    found = differences(*two)
    assert "temuan masih ada" not in found.as_json() and "masih ada" not in as_text(found)
