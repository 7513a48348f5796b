"""The built report: complete, self-contained, linked both ways, and never half-written."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
from pathlib import Path

import nbformat
import pytest

from lkjip_analysis.building import one_notebook
from lkjip_analysis.building.one_report import NOTEBOOKS, Built, build
from lkjip_analysis.errors import InputError
from lkjip_analysis.report.reports_at_hand import raw_folder
from lkjip_analysis.writing import write_whole

BLORA = ("dindagkop-ukm-blora", 2021)
PAGES = [
    "index.html",
    "01_kinerja.html",
    "02_koperasi_umkm.html",
    "03_ekspor_pasar.html",
    "04_anggaran.html",
    "05_sumber_daya.html",
    "06_tren.html",
    "07_verifikasi.html",
    "lampiran.html",
]


def test_a_report_has_an_index_and_a_page_for_each_notebook(blora_built: Built) -> None:
    assert [page.file for page in blora_built.pages] == PAGES
    assert not blora_built.failed
    assert blora_built.index.name == "index.html"


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_nothing_of_the_network_and_shows_no_code(
    page: str, blora_pages: dict[str, str]
) -> None:
    html = blora_pages[page]
    assert not re.findall(r"""(?:src|href)=["'](?:https?:|//)[^"']*""", html)
    assert not re.findall(r"@import|url\(", html)
    # One script, of charts and the list of findings, and only what its hash in the policy allows.
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert len(scripts) == html.count("<script") == ('class="bagan' in html)
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"script-src 'sha256-{digest}';" in html
    assert scripts or "script-src" not in html
    assert "import workbook" not in html and "In [" not in html
    assert '<html lang="id">' in html


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_somewhere(page: str, blora_pages: dict[str, str]) -> None:
    anchors = {name: set(re.findall(r'id="([^"]+)"', html)) for name, html in blora_pages.items()}
    for target in re.findall(r'href="([^"]+)"', blora_pages[page]):
        if target.startswith("data:"):
            continue
        file, _, anchor = target.partition("#")
        if file in ("../index.html", "../../index.html"):  # over the years, over all agencies
            continue
        assert (file or page) in blora_pages, target
        assert not anchor or anchor in anchors[file or page], target


def test_a_marked_cell_leads_to_its_finding_and_back(blora_pages: dict[str, str]) -> None:
    html = blora_pages["07_verifikasi.html"]
    finding = "temuan-anggaran-2.perizinan-realisasi"
    cell = "anggaran-2.perizinan-realisasi"
    marked = re.search(rf'<td [^>]*id="{re.escape(cell)}".*?</td>', html)
    assert marked and f'href="#{finding}"' in marked[0] and "100.000.000" in marked[0]
    article = re.search(rf'<article[^>]*id="{re.escape(finding)}".*?</article>', html, re.DOTALL)
    assert article and f'href="#{cell}"' in article[0] and "10.000.000" in article[0]


def test_the_budget_shows_both_layers(blora_pages: dict[str, str]) -> None:
    text = re.sub(r"<[^>]+>", " ", blora_pages["04_anggaran.html"])
    for figure in ("1.666.408.211", "1.576.408.211", "91,27", "150.774.189"):
        assert figure in text


def test_the_table_of_programmes_ends_with_the_total_that_the_report_prints(
    blora_pages: dict[str, str],
) -> None:
    table = blora_pages["04_anggaran.html"].partition('id="program"')[2].partition("</table>")[0]
    (total,) = re.findall(r'<tr [^>]*class="jumlah".*?</tr>', table, re.DOTALL)
    figures = ["1.727.182.400", "1.576.408.211", "150.774.189", "91,27", "91,27"]
    assert re.findall(r">([\d.,]+)<", total) == figures


def test_the_achievement_page_shows_computed_beside_printed(blora_pages: dict[str, str]) -> None:
    text = re.sub(r"<[^>]+>", " ", blora_pages["01_kinerja.html"])
    for figure in ("135,31", "194,05", "89,88", "89,89", "123,86", "164,68", "106,87", "135,78"):
        assert figure in text
    seen = re.sub(
        r'<span class="tersembunyi">[^<]*</span>', "", blora_pages["02_koperasi_umkm.html"]
    )
    text = re.sub(r"<[^>]+>", " ", seen)
    for row in (r"Sehat\s+23\s+24", r"Cukup Sehat\s+80\s+83", r"Dalam Pengawasan\s+7\s+3"):
        assert re.search(row, text), row


def test_a_chart_says_its_figures_to_those_who_do_not_see_it(blora_pages: dict[str, str]) -> None:
    alt = re.findall(r'<svg [^>]*aria-label="([^"]*)"', blora_pages["01_kinerja.html"])
    assert len(alt) == 2
    for figure in ("135,31%", "194,05%", "89,88%", "123,86%", "117,31%", "90,01%"):
        assert figure in alt[1]


def test_two_runs_give_the_same_pages_to_the_byte(
    blora_built: Built, blora_pages: dict[str, str], tmp_path: Path
) -> None:
    again = build(*BLORA, reports=tmp_path)
    for page in again.pages:
        assert (again.index.parent / page.file).read_text("utf-8") == blora_pages[page.file]


def test_the_manifest_tells_what_the_report_was_made_from(blora_built: Built) -> None:
    manifest = json.loads((blora_built.index.parent / "manifest.json").read_text("utf-8"))
    told = {"instansi", "tahun", "bahasa", "nama", "ringkasan", "data", "notebooks", "halaman"}
    assert set(manifest) == told | {"gagal", "koreksi", "sidik", "dilewati", "olahan", "versi"}
    permits = next(c for c in manifest["koreksi"] if c["sel"] == "anggaran[2.perizinan].realisasi")
    assert (permits["tercetak"], permits["menjadi"]) == ("100.000.000", "10.000.000")
    assert permits["alasan"].startswith("kelebihan satu nol")
    assert {"oleh", "peran", "tanggal"} <= set(permits)
    assert "anggaran.csv" in manifest["data"] and "07_verifikasi.ipynb" in manifest["notebooks"]


def test_the_finished_folder_holds_nothing_else(blora_built: Built) -> None:
    found = sorted(path.name for path in blora_built.index.parent.iterdir())
    assert found == sorted([*PAGES, "manifest.json"])


def _notebook_folder(tmp_path: Path, source: str) -> Path:
    """Two notebooks, the first of which runs `source`."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    shutil.copy(NOTEBOOKS / "04_anggaran.ipynb", folder / "02_anggaran.ipynb")
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": kernel})
    parameters = nbformat.v4.new_code_cell('instansi: str = "x"\ntahun: int = 1\nambang: int = 5')
    parameters.metadata["tags"] = ["parameters"]
    heading = nbformat.v4.new_markdown_cell("# Percobaan")
    notebook.cells = [heading, parameters, nbformat.v4.new_code_cell(source)]
    nbformat.write(notebook, folder / "01_percobaan.ipynb")
    return folder


def test_a_failed_notebook_leaves_a_page_with_its_cause_and_the_others_finish(
    tmp_path: Path,
) -> None:
    notebooks = _notebook_folder(tmp_path, 'raise ValueError("<b>pagu</b> hilang")')
    built = build(*BLORA, reports=tmp_path / "reports", notebooks=notebooks)
    assert [page.file for page in built.failed] == ["01_percobaan.html"]
    failed = (built.index.parent / "01_percobaan.html").read_text("utf-8")
    assert failed.index("tidak selesai") < failed.index("ValueError: &lt;b&gt;pagu")
    assert "raise ValueError" in failed
    shown = re.sub(r"(?s)<details>.*?</details>", "", failed)
    assert re.search(r"Sel ke-\d", shown) and "ValueError" not in shown and "raise" not in shown
    assert "1.576.408.211" in (built.index.parent / "02_anggaran.html").read_text("utf-8")


def test_a_further_parameter_reaches_the_notebook_with_its_type(tmp_path: Path) -> None:
    notebooks = _notebook_folder(tmp_path, "ambang + 1")
    built = build(*BLORA, reports=tmp_path / "r", notebooks=notebooks, parameters={"ambang": "41"})
    assert "<pre>42</pre>" in (built.index.parent / "01_percobaan.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"ambangg": "1"}, 'Did you mean "ambang"?'),
        ({"ambang": "banyak"}, "a value like 5"),
    ],
)
def test_an_unknown_or_mistyped_parameter_is_refused_before_anything_runs(
    given: dict[str, str], told: str, tmp_path: Path
) -> None:
    notebooks = _notebook_folder(tmp_path, "ambang")
    with pytest.raises(InputError, match=re.escape(told)):
        build(*BLORA, reports=tmp_path / "r", notebooks=notebooks, parameters=given)
    assert not (tmp_path / "r").exists()


def test_an_unfinished_run_leaves_the_earlier_report_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / BLORA[0] / str(BLORA[1])
    target.mkdir(parents=True)
    (target / "index.html").write_text("yang lama")

    def interrupted(*arguments: object) -> tuple[str, str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(one_notebook, "run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build(*BLORA, reports=tmp_path)
    assert (target / "index.html").read_text() == "yang lama"
    assert [path.name for path in target.parent.iterdir() if "baru" in path.name] == []


def test_a_crash_between_the_two_renames_is_mended_by_the_next_run(tmp_path: Path) -> None:
    old = tmp_path / BLORA[0] / f".{BLORA[1]}.lama"
    old.mkdir(parents=True)
    (old / "index.html").write_text("yang lama")
    left = tmp_path / BLORA[0] / f".{BLORA[1]}.baru-x"
    left.mkdir()
    notebooks = _notebook_folder(tmp_path, "1")
    built = build(*BLORA, reports=tmp_path, notebooks=notebooks)
    assert built.index.is_file() and not old.exists() and not left.exists()


def test_a_report_of_another_data_folder_leaves_its_tidy_figures_beside_it(tmp_path: Path) -> None:
    shutil.copytree(raw_folder() / BLORA[0], tmp_path / "data" / "raw" / BLORA[0])
    notebooks = _notebook_folder(tmp_path, "1")
    build(*BLORA, data=tmp_path / "data", reports=tmp_path / "reports", notebooks=notebooks)
    folder = tmp_path / "data" / "processed" / BLORA[0] / str(BLORA[1])
    lines = (folder / "angka_dipakai.csv").read_text("utf-8").splitlines()
    perizinan = [line for line in lines if "anggaran,2.perizinan,realisasi" in line]
    assert len(perizinan) == 1 and "10.000.000,10000000,rupiah" in perizinan[0]
    assert json.loads((folder / "temuan.json").read_text("utf-8"))["summary"]["terbukti"] == 4


def test_data_that_change_meanwhile_give_the_report_of_the_new_data(tmp_path: Path) -> None:
    shutil.copytree(raw_folder() / BLORA[0], tmp_path / "data" / "raw" / BLORA[0])
    laporan = tmp_path / "data" / "raw" / BLORA[0] / str(BLORA[1]) / "laporan.yaml"
    begun = []

    def once(name: str) -> None:
        begun.append(name)
        if len(begun) == 1:
            write_whole(laporan, laporan.read_text("utf-8") + "# baru\n")

    notebooks = _notebook_folder(tmp_path, "1")
    built = build(
        *BLORA, tmp_path / "data", tmp_path / "reports", notebooks=notebooks, progress=once
    )
    manifest = json.loads((built.index.parent / "manifest.json").read_text("utf-8"))
    now = hashlib.sha256(laporan.read_bytes()).hexdigest()
    assert manifest["data"]["laporan.yaml"] == now
    assert len(begun) == 4  # two notebooks, twice


def test_data_that_never_rest_leave_the_earlier_report(tmp_path: Path) -> None:
    shutil.copytree(raw_folder() / BLORA[0], tmp_path / "data" / "raw" / BLORA[0])
    laporan = tmp_path / "data" / "raw" / BLORA[0] / str(BLORA[1]) / "laporan.yaml"
    target = tmp_path / "reports" / BLORA[0] / str(BLORA[1])
    target.mkdir(parents=True)
    (target / "index.html").write_text("yang lama")

    def always(name: str) -> None:
        if name == "Percobaan":
            write_whole(laporan, laporan.read_text("utf-8") + "# baru\n")

    notebooks = _notebook_folder(tmp_path, "1")
    with pytest.raises(InputError, match="changed each time"):
        build(*BLORA, tmp_path / "data", tmp_path / "reports", notebooks=notebooks, progress=always)
    assert [path.read_text() for path in target.iterdir()] == ["yang lama"]


def test_what_somebody_puts_into_a_report_or_a_package_stays_there(tmp_path: Path) -> None:
    shutil.copytree(raw_folder() / BLORA[0], tmp_path / "data" / "raw" / BLORA[0])
    notebooks = _notebook_folder(tmp_path, "1")
    again = {"data": tmp_path / "data", "reports": tmp_path / "reports", "notebooks": notebooks}
    target = build(*BLORA, **again).index.parent  # type: ignore[arg-type]
    package = tmp_path / "data" / "processed" / BLORA[0] / str(BLORA[1])
    for folder in (target, package):
        (folder / "catatan.html").write_text("milik orang")
    (package / "tabel" / "lain.csv").write_text("milik orang")
    before = {path.name for path in target.iterdir()}

    build(*BLORA, **again, force=True)  # type: ignore[arg-type]

    assert {path.name for path in target.iterdir()} == before
    mine = (target / "catatan.html", package / "catatan.html", package / "tabel" / "lain.csv")
    assert [path.read_text() for path in mine] == ["milik orang"] * 3
    manifest = json.loads((target / "manifest.json").read_text("utf-8"))
    assert "catatan.html" not in manifest["halaman"]
