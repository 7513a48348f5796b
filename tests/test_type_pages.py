"""Pages that a table type's YAML alone describes. Each figure is worked out by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from folders import AGENCY, IDENTITY, OTHERS, YEAR

from lkjip_analysis.building import fingerprint
from lkjip_analysis.checking.other_years import verified
from lkjip_analysis.errors import InputError
from lkjip_analysis.pages import charts
from lkjip_analysis.pages.notebooks import content_of, sources
from lkjip_analysis.pages.sections.table_page import bodies
from lkjip_analysis.pages.type_pages import page_of, told_types
from lkjip_analysis.report.loading import load
from lkjip_analysis.report.yamltext import LOADER, SCHEMAS

COURT = """\
judul: Penyelesaian perkara
arti: Beban, putusan dan sisa perkara menurut jenisnya.
kunci: kode
nama_baris: jenis
total: [jumlah]
kolom:
  kode: {tipe: kunci}
  jenis: {tipe: teks, judul: Jenis perkara}
  beban: {tipe: angka, judul: Beban, satuan: perkara, presisi: eksak}
  putus: {tipe: angka, judul: Diputus, satuan: perkara, presisi: eksak}
aturan:
  - nama: jumlah
    jenis: jumlah
    kolom: [beban, putus]
    hasil: "[jumlah].{kolom}"
    bagian: "[*].{kolom}"
    dasar: tercetak
    sebab: baris jumlah
"""
PAGE = """\
halaman:
  pertanyaan: Berapa bagian perkara yang diputus?
  ukuran:
    - {nama: persen, bagian: putus, keseluruhan: beban, judul: Diputus (%)}
    - {nama: bagian, nilai: beban, judul: Bagian beban (%)}
  bagan:
    - {pertanyaan: Perkara apa yang terbanyak?, jenis: bagian, kolom: beban}
    - pertanyaan: Perkara apa yang belum 90% diputus?
      jenis: batang
      kolom: persen_dihitung
      acuan: "90"
  kolom: [putus]
"""
CASES = "kode,jenis,beban,putus\na,Perdata,40,30\nb,Pidana,160,152\njumlah,JUMLAH,200,182\n"


def court(place: Path, page: str = PAGE, cases: str = CASES) -> Path:
    """A court's report of one table, whose type only the court has."""
    folder = place / "raw" / AGENCY / str(YEAR)
    (folder / "skema").mkdir(parents=True)
    declared = f"{IDENTITY}tabel:\n  perkara: {{label: Tabel 1}}\n"
    (folder / "laporan.yaml").write_text(declared, encoding="utf-8")
    (folder / "skema" / "perkara.yaml").write_text(COURT + page, encoding="utf-8")
    (folder / "perkara.csv").write_text(cases, encoding="utf-8")
    return folder


def body(place: Path, instansi: str = AGENCY, tahun: int = YEAR) -> dict[str, str]:
    """The text of each page, without what opens only when it is asked for, and its links."""
    pages = bodies(verified(instansi, tahun, place), place)
    return {page.file: " ".join(re.sub(r"<[^>]+>", " ", html).split()) for page, html in pages}


def test_a_court_has_a_page_by_its_yaml_alone(tmp_path: Path) -> None:
    court(tmp_path)
    told = body(tmp_path)["tabel_perkara.html"]
    assert "Berapa bagian perkara yang diputus?" in told
    assert "Tidak ada temuan pada Tabel 1 (2 baris)." in told
    assert "Pidana adalah yang terbesar: 80,0%" in told  # 160 of 200
    assert "Diputus di bawah 90%: Perdata" in told  # 30 of 40 is 75, 152 of 160 is 95
    # The row of the total: 182 of 200 is 91, and all of the burden.
    assert "JUMLAH 182 91,00 100,00" in told
    assert "30 ÷ 40 × 100" in told and "diputus ÷ beban" in told.casefold()


def test_a_finding_in_the_table_is_told_and_led_to(tmp_path: Path) -> None:
    court(tmp_path, cases=CASES.replace("200,182", "200,192"))
    pages = dict(bodies(verified(AGENCY, YEAR, tmp_path), tmp_path))
    (html,) = pages.values()
    assert re.search(r'<a[^>]*href="07_verifikasi.html#tabel-perkara"[^>]*>1 temuan</a>', html)


def test_growth_is_on_the_row_above_and_a_share_counts_no_part_twice() -> None:
    pages = body(OTHERS, "rsud-rekaan", 2023)
    # 63.877.120.980 on 58.120.445.210 is 9,9047 percent more.
    assert "9,90" in pages["tabel_crr.html"]
    assert "(63.877.120.980 ÷ 58.120.445.210 − 1) × 100 = 9,9047" in pages["tabel_crr.html"]
    # 1 is made up of 1.1 and 1.2: of 67.097.027.075 in all it is 65.965.776.300, 98,31 percent.
    assert "Jasa layanan adalah yang terbesar: 98,3%" in pages["tabel_pendapatan.html"]
    assert "98,31" in pages["tabel_pendapatan.html"]


def test_a_part_that_misses_its_target_is_named_though_its_whole_does_not() -> None:
    """Hibah has 80,00 percent of its target and Pasien umum 92,16, a part of Jasa layanan with
    105,55: both are named, the one furthest below first, and both are drawn."""
    told = body(OTHERS, "rsud-rekaan", 2023)["tabel_pendapatan.html"]
    assert told.count("di bawah 100%: Hibah dan Pasien umum") >= 2  # the lead and the chart
    assert "di bawah 100%: Hibah." not in told and "Pasien umum 92,16" in told


def test_of_too_many_rows_to_draw_the_parts_below_are_named(tmp_path: Path) -> None:
    """Of 16 parts with a burden of 10 each 15 are all done and one has 1, 10 percent; their whole
    has 151 of 160, which is 94,4. 17 rows are too many to draw, so the whole is drawn alone."""
    done = {place: 10 if place > 1 else 1 for place in range(1, 17)}
    parts = "".join(f"1.{place},Bagian {place},10,{many}\n" for place, many in done.items())
    head, total = "kode,jenis,beban,putus\n", "jumlah,JUMLAH,320,302\n"
    court(tmp_path, cases=f"{head}1,Perdata,160,151\n{parts}{total}")
    told = body(tmp_path)["tabel_perkara.html"]
    said = "Diputus: tidak ada yang di bawah 90%. Dengan rinciannya di bawah 90%: Bagian 1."
    assert said in told


def test_each_table_of_a_type_is_told_on_its_page() -> None:
    pages = body(OTHERS / "umum", "kecamatan-payakumbuh-selatan", 2023)
    (told,) = pages.values()
    assert "Kelompok mana yang terbanyak? (Tabel B.2)" in told
    assert "Kelompok mana yang terbanyak? (Tabel B.3)" in told


def test_a_page_is_made_again_where_its_type_changes(tmp_path: Path) -> None:
    folder = court(tmp_path)
    before = fingerprint.inputs(AGENCY, YEAR, tmp_path, [], {}).pages
    (folder / "skema" / "perkara.yaml").write_text(COURT + PAGE.replace("90", "95"), "utf-8")
    after = fingerprint.inputs(AGENCY, YEAR, tmp_path, [], {}).pages
    assert before["tabel_perkara.html"] != after["tabel_perkara.html"]
    (folder / "skema" / "perkara.yaml").write_text(COURT, encoding="utf-8")
    assert "tabel_perkara.html" not in fingerprint.inputs(AGENCY, YEAR, tmp_path, [], {}).pages


def test_no_type_that_a_notebook_tells_about_has_a_page_beside_it(tmp_path: Path) -> None:
    files = {page_of(kind).file for kind in told_types(court(tmp_path))}
    declared = (content_of(source)["metadata"].get("lkjip", {}) for source in sources())
    about = {f"tabel_{kind}.html" for told in declared for kind in told.get("tabel", ())}
    assert "tabel_perkara.html" in files and len(about) > 5 and not about & files


def questions() -> list[Path]:
    """Every file of table types, of the package and of the tests' reports."""
    return [*SCHEMAS.glob("*.yaml"), *OTHERS.rglob("skema/*.yaml")]


@pytest.mark.parametrize("path", questions(), ids=lambda path: path.stem)
def test_a_table_type_is_one_thing_to_both_parsers_of_yaml(path: Path) -> None:
    """PyYAML has one in C, which is not everywhere; to the other `{a: b?, c: d}` is an error."""
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, LOADER)


def test_the_page_that_the_forms_describe_is_one() -> None:
    forms = (SCHEMAS.parents[1] / "docs" / "FORMS.md").read_text(encoding="utf-8")
    (described,) = re.findall(r"^    halaman:\n(?:     .*\n)+", forms, re.MULTILINE)
    (chart,) = yaml.safe_load(described)["halaman"]["bagan"]
    assert (chart["pertanyaan"], chart["acuan"]) == ("Perkara apa yang belum 90% diputus?", "90")


def test_cells_of_a_role_that_are_no_list_are_told_so(tmp_path: Path) -> None:
    folder = court(tmp_path)
    wrong = COURT.replace('"[*].{kolom}"', '"[a].{kolom} + [b].{kolom}"')
    (folder / "skema" / "perkara.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError, match=r"Write several cells as a list: \[\.a, \.b\]"):
        verified(AGENCY, YEAR, tmp_path)


@pytest.mark.parametrize(
    "wrong, told",
    [
        (("bagian: putus", "bagian: putusan"), "halaman: putusan; yang boleh: beban, putus"),
        (("keseluruhan: beban", "seluruh: beban"), '"seluruh" sebagai masukan persen'),
        (("nilai: beban", "jumlah: beban"), 'bagian tanpa "nilai"'),
        (('acuan: "90"', 'acuan: "sembilan"'), "halaman: sembilan"),
        (("jenis: batang", "jenis: garis"), "bagian, batang"),
        (("kolom: [putus]", "kolom: [sisa]"), "halaman: sisa"),
        (("nama: persen", "nama: rasio"), "persen"),
    ],
)
def test_what_a_page_names_wrongly_is_said(
    tmp_path: Path, wrong: tuple[str, str], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LKJIP_BAHASA", "id")
    court(tmp_path, PAGE.replace(*wrong))
    with pytest.raises(InputError) as caught:
        load(AGENCY, YEAR, tmp_path)
    message = str(caught.value)
    assert told in message and "skema/perkara.yaml:" in message


def test_a_chart_of_rows_without_a_figure_leaves_them_out() -> None:
    import pandas as pd

    frame = pd.DataFrame({"nilai": [3.0, None, 1.0]}, index=["a", "b", "c"])
    assert charts.batang(frame, "nilai").alt == "Tertinggi a 3, terendah c 1. a 3; c 1."
    assert charts.batang(frame, "nilai", acuan=2.0).words[0] == "Di bawah 2: c"
    more = pd.DataFrame({"nilai": [3.0, 1.0, 2.0, 9.0]}, index=["a", "c", "b", "d"])
    assert charts.batang(more, "nilai", acuan=5.0).words[0] == (
        "3 dari 4 di bawah 5, paling jauh c"  # 5 - 1 is 4, 5 - 2 is 3, 5 - 3 is 2
    )
    assert not charts.batang(frame.iloc[1:2], "nilai").axes
