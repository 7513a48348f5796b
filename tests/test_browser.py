"""The pages in a real browser, without network: console, axe, keyboard, links, phone and paper."""

from __future__ import annotations

import csv
import io
import re
import shutil
import warnings
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from folders import BLORA
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from lkjip_analysis.building import one_notebook
from lkjip_analysis.building.one_report import Built
from lkjip_analysis.pages.parts.rendering import TEMPLATES

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((found for name in NAMES if (found := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PAGES = ("index", "01_kinerja", "02_koperasi_umkm", "03_ekspor_pasar", "04_anggaran",
         "05_sumber_daya", "06_tren", "07_verifikasi", "lampiran")  # fmt: skip
PHONE, DESK = 390, 1280
# The dark theme changes colours and nothing else: what axe asks of the rest holds for both.
ASKED = {"light": None, "dark": {"runOnly": {"type": "tag", "values": ["cat.color"]}}}

if CHROMIUM is None:
    missing = "NO CHROMIUM: the pages were NOT tested in a browser (Debian: apt install chromium)"
    warnings.warn(missing, stacklevel=1)
    pytestmark = pytest.mark.skip(reason=missing)


@pytest.fixture(scope="module")
def folder(blora_built: Built) -> Path:
    return blora_built.index.parent


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": DESK, "height": 900}, offline=True)
    yield context.new_page()
    context.close()


def _open(page: Page, folder: Path, name: str) -> Page:
    page.goto((folder / f"{name}.html").as_uri())
    return page


WIDE_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1100" height="440"></svg>'
"""As wide as matplotlib draws bars of programmes with long names."""


def test_a_page_of_ones_own_fits_a_phone_with_wide_frames_and_long_lines(page: Page) -> None:
    frame = pd.DataFrame({f"kolom_{n}": ["560158207000"] for n in range(12)})
    shown = {"text/html": f"<div>{frame.to_html()}</div>", "text/plain": str(frame)}
    cell = nbformat.v4.new_code_cell(
        "frame",
        outputs=[
            nbformat.v4.new_output("display_data", data=shown),
            nbformat.v4.new_output("display_data", data={"text/plain": "b" * 300}),
            nbformat.v4.new_output("display_data", data={"image/svg+xml": WIDE_PICTURE}),
        ],
    )
    code = nbformat.v4.new_markdown_cell(f"```python\nlaporan = {'x' * 300}\n```\n\n`{'y' * 300}`")
    body = one_notebook.body(nbformat.v4.new_notebook(cells=[code, cell]))
    css = (TEMPLATES / "gaya.css").read_text(encoding="utf-8")
    page.set_viewport_size({"width": PHONE, "height": 900})
    page.set_content(f"<!doctype html><style>{css}</style><main>{body}</main>")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    line = page.locator(".highlight pre")
    assert line.evaluate("pre => pre.scrollWidth <= pre.clientWidth")  # broken, not scrolled
    picture = page.locator("main img").bounding_box()
    assert picture and abs(picture["width"] / picture["height"] - 2.5) < 0.02  # whole, in its form


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_page_is_accessible_quiet_and_fits_the_screen(
    browser: Browser, folder: Path, width: int, scheme: Any
) -> None:
    # axe is put in by script, which the pages' own policy forbids.
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True, bypass_csp=True
    )
    shown = context.new_page()
    told, asked = list[str](), list[str]()
    shown.on("console", lambda message: told.append(message.text))
    shown.on("pageerror", lambda error: told.append(str(error)))
    shown.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        _open(shown, folder, name)
        assert shown.evaluate("document.documentElement.scrollWidth") <= width, name
        found = Axe().run(shown, options=ASKED[scheme]).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found] == [], name
    context.close()
    assert told == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize(("width", "screens"), [(DESK, 1000), (PHONE, 2 * 844)])
def test_the_first_screen_answers(browser: Browser, folder: Path, width: int, screens: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, offline=True)
    page = _open(context.new_page(), folder, "index")
    box = page.locator(".layar-pertama").bounding_box()
    assert box and box["y"] + box["height"] <= screens
    told = page.locator(".layar-pertama").inner_text()
    # One plain word for the whole, four figures, and the boxes with their most important.
    for part in ("Perlu diperbaiki", "135,78%", "3 dari 4", "91,27%", "405 dari 411",
                 "100.000.000 seharusnya 10.000.000", "Ganti 4 angka salah cetak"):  # fmt: skip
        assert part in told, part
    assert page.locator(".kotak").count() == 4  # good, missed, wrong, to do
    assert page.locator(".layar-pertama figure svg.gambar").is_visible()
    context.close()


def test_the_state_of_the_year_keeps_within_the_margin(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 844})
    page.goto((folder / "index.html").as_uri())
    ends = page.evaluate("""() => {
        const badge = document.querySelector('.keadaan')
        badge.textContent = 'Angka saling cocok, 12 target tidak tercapai'
        const right = e => e.getBoundingClientRect().right
        return [right(badge), right(badge.parentElement)]
    }""")
    assert ends[0] <= ends[1]


def test_digits_stand_under_digits_whatever_mark_is_beside_them(page: Page, folder: Path) -> None:
    _open(page, folder, "01_kinerja")
    ends = page.evaluate(
        """() => [...document.querySelectorAll('#kinerja tbody tr')].map(row => {
            const range = document.createRange(), link = row.cells[2].querySelector('a')
            range.selectNodeContents(link)
            return Math.round(range.getBoundingClientRect().right)})"""
    )
    assert len(ends) == 4 and len(set(ends)) == 1
    assert page.locator("td").evaluate_all(
        "cells => cells.filter(c => c.querySelectorAll('.ke-temuan').length > 1).length"
    ) == 0  # fmt: skip


HIDDEN_DIGITS = r"""() => {
  const above = function* (e) { for (; e; e = e.parentElement) yield e }
  const isUnseen = own => !own.checkVisibility() || getComputedStyle(own).fontSize === "0px" ||
    [...above(own)].some(e => getComputedStyle(e).clipPath !== "none")
  const windows = (own, kind) => [...above(own)]
    .filter(e => kind.test(getComputedStyle(e).overflowX)).map(e => e.getBoundingClientRect())
  const isIn = (x, y, r) => x >= r.left && x <= r.right && y >= r.top && y <= r.bottom
  const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let looked = 0
  for (let text; text = texts.nextNode();) {
    const own = text.parentElement
    if (!/\d/.test(text.data) || own.closest("svg,script,style") || isUnseen(own)) continue
    const cell = own.closest("td,th")?.getBoundingClientRect()
    const views = windows(own, /auto|scroll/), cuts = windows(own, /hidden|clip/)
    for (const figure of text.data.matchAll(/\d[\d.,]*/g)) {
      const range = document.createRange()
      range.setStart(text, figure.index)
      range.setEnd(text, figure.index + figure[0].length)
      for (const box of range.getClientRects()) {
        looked += 1
        if (cell && (box.left < cell.left - 1 || box.right > cell.right + 1))
          found.push(figure[0] + " leaves its cell")
        const y = (box.top + box.bottom) / 2
        for (const x of [box.left + 1, (box.left + box.right) / 2, box.right - 1]) {
          if (!views.every(view => isIn(x, y, view))) continue  // it can be scrolled to
          const top = document.elementFromPoint(x, y)
          const isOwn = top && (top.contains(own) || own.contains(top))
          if (!isOwn || !cuts.every(cut => isIn(x, y, cut))) found.push(figure[0] + " is hidden")
        }
      }
    }
  }
  return [looked, found]
}"""
"""How many figures a page shows, and those that something covers, cuts off or that leave their
cell; what can be scrolled to is not hidden."""


@pytest.mark.parametrize("width", [PHONE, 360, 320])
def test_no_digit_is_hidden_on_a_phone(page: Page, folder: Path, width: int) -> None:
    """A marked US$ 952.119 read "2.119": the cell beside it was wider than its column."""
    for name in PAGES:
        page.set_viewport_size({"width": width, "height": 900})
        _open(page, folder, name)
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height + 50})  # all is within sight
        looked, hidden = page.evaluate(HIDDEN_DIGITS)
        assert looked >= 10 and not hidden, (name, hidden)


def test_the_search_for_hidden_digits_finds_them(page: Page) -> None:
    rows = "<tr><td style='width:2rem'>12.500.000.000<td style='background:#fff'>9"
    over = "<div style='height:1rem;overflow:hidden;line-height:1rem;width:3rem'>aaaa 77</div>"
    page.set_content(
        f"<table style='table-layout:fixed;width:4rem'>{rows}</table>{over}<p>Sebelas 11"
    )
    _, hidden = page.evaluate(HIDDEN_DIGITS)
    assert "12.500.000.000 leaves its cell" in hidden and "77 is hidden" in hidden
    assert not [told for told in hidden if told.startswith("11")]


def test_pages_are_light_to_send(folder: Path) -> None:
    sizes = {path.name: path.stat().st_size for path in folder.glob("*.html")}
    assert max(sizes.values()) < 250_000
    assert sizes["index.html"] < 60_000


def test_a_computed_figure_opens_its_reckoning_by_keyboard_and_escape_closes_it(
    page: Page, folder: Path
) -> None:
    _open(page, folder, "01_kinerja")
    figure = page.locator('[id="kinerja.1.koperasi_sehat"] button.asal').first
    figure.focus()
    page.keyboard.press("Enter")
    opened = page.locator(".jejak:popover-open")
    # 43,30 of 32 by hand: 43.3 / 32 = 1.353125
    text = opened.inner_text()
    assert "43,30 ÷ 32 × 100 = 135,3125" in text
    assert "Tabel 3.2, BAB III.A.I, halaman 20" in text and ".csv" not in text
    assert "capaian_1.csv:2:realisasi" in opened.locator("details").text_content()  # type: ignore[operator]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == (
        "07_verifikasi.html#capaian_1-1.koperasi_sehat-realisasi"
    )
    page.keyboard.press("Escape")
    assert opened.count() == 0
    assert page.evaluate("document.activeElement.className") == "asal"


def test_every_printed_figure_of_the_achievement_page_is_one_click_from_its_csv_cell(
    page: Page, folder: Path
) -> None:
    printed = {
        (file, line, name): text
        for file in ("capaian_1.csv", "capaian_2.csv")
        for line, row in enumerate(_rows(BLORA / file), start=2)
        for name, text in row.items()
    }
    _open(page, folder, "01_kinerja")
    cells = page.locator("#kinerja td.angka:has(> a:not(.ke-temuan))")
    links = [cells.nth(n).locator("a").first for n in range(cells.count())]
    assert len(links) == 12  # target, realisasi and capaian of four indicators
    targets = [link.get_attribute("href") for link in links]
    shown = [link.inner_text() for link in links]
    for target, text in zip(targets, shown, strict=True):
        page.goto(f"{folder.as_uri()}/{target}")
        cell = page.locator(":target")
        assert cell.is_visible()
        # What stands around it names the place: the file over the table, the line before its row.
        source = page.locator("details.sumber", has=cell)
        told = re.search(r"berkas (\S+\.csv)", source.locator(".berkas").inner_text())
        line = page.locator("tr", has=cell).locator("th").inner_text()
        column = (cell.get_attribute("id") or "").rpartition("-")[2]
        assert told and _digits(text) == _digits(printed[told[1], int(line), column])


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _digits(text: str) -> str:
    """A figure without what its print adds: unit, and zeros after the comma."""
    core = re.sub(r"[^\d.,]", "", text)
    return core.rstrip("0").rstrip(",") if "," in core else core


def test_a_marked_cell_leads_to_its_finding_and_the_finding_back(page: Page, folder: Path) -> None:
    _open(page, folder, "07_verifikasi")
    marks = page.locator("td.tanda > a.ke-temuan")
    assert marks.count() > 60
    pairs = page.evaluate(
        """() => [...document.querySelectorAll('td.tanda')].flatMap(td =>
            [...td.querySelectorAll('a.ke-temuan')].map(a => {
                const found = document.getElementById(a.getAttribute('href').slice(1))
                return !!found && !!found.querySelector('a[href="#' + td.id + '"]')}))"""
    )
    assert all(pairs)
    page.locator("details.sumber").evaluate_all("all => all.forEach(table => table.open = true)")
    page.locator('[id="anggaran-2.perizinan-realisasi"] a.ke-temuan').click()
    finding = page.locator(":target")
    assert finding.get_attribute("id") == "temuan-anggaran-2.perizinan-realisasi"
    finding.locator(".sel a").click()
    assert "100.000.000" in page.locator(":target").inner_text()


def test_the_figures_that_a_finding_is_about_are_marked_where_they_stand(
    page: Page, folder: Path
) -> None:
    # Tabel 1.1 prints 135 and 44; the two findings about them could not say which figure is wrong.
    _open(page, folder, "05_sumber_daya")
    for row, figure in (("golongan.pns", "135"), ("golongan.kontrak_kepala", "44")):
        cell = page.locator(f'[id="{row}"] td').nth(2)
        assert cell.locator("a").first.inner_text() == figure
        assert "ambigu" in (cell.get_attribute("class") or "").split()


def test_an_anchor_inside_a_folded_table_opens_it(page: Page, folder: Path) -> None:
    page.goto((folder / "07_verifikasi.html").as_uri() + "#koperasi-21-predikat")
    assert page.locator(":target").is_visible()
    assert page.locator(":target").bounding_box()["y"] < 900  # type: ignore[index]


def _without_script(browser: Browser) -> Page:
    context = browser.new_context(
        viewport={"width": DESK, "height": 900}, offline=True, java_script_enabled=False
    )
    return context.new_page()


def test_findings_can_be_filtered_by_keyboard_without_script(
    browser: Browser, folder: Path
) -> None:
    page = _open(_without_script(browser), folder, "07_verifikasi")
    assert page.locator("article.temuan").count() == 67
    assert not page.locator("#alat-temuan").is_visible()
    page.locator("#saring-semua").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("article.temuan:visible").count() == 4
    assert set(
        page.locator("article.temuan:visible").evaluate_all("all => all.map(a => a.className)")
    ) == {"temuan terbukti"}
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")  # round to the last: suspicions, folded until asked for
    assert page.locator(".g-dugaan .baris").is_visible()
    page.context.close()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_page_of_findings_is_short_before_anything_is_opened(
    page: Page, folder: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    _open(page, folder, "07_verifikasi")
    # It was 34.272 pixels when each finding was a card.
    assert page.evaluate("document.documentElement.scrollHeight") <= 3427


def test_search_place_and_weight_combine_in_the_list_of_findings(page: Page, folder: Path) -> None:
    _open(page, folder, "07_verifikasi")
    told = page.locator("#hasil-temuan")
    assert told.inner_text() == "67 temuan tampil"
    page.locator("#letak-temuan").select_option("Tabel 3.3")
    # 5 predikat beside their value, 8 addresses, one value that is no multiple of 0,05.
    assert told.inner_text() == "14 temuan tampil"
    page.locator("#cari-temuan").fill("kundur")
    assert page.locator("article.temuan:visible h4").all_inner_texts() == [
        "Tabel 3.3: KSP UED-SP – Alamat", "Tabel 3.3: KPRI NGUDI MULYO – Alamat",
    ]  # fmt: skip
    page.locator("#ubah-temuan").check()
    assert told.inner_text() == "Tidak ada temuan yang cocok"
    page.locator("#cari-temuan").fill("")
    page.locator("#letak-temuan").select_option("")
    assert page.locator("article.temuan:visible").count() == 5  # that change a conclusion
    page.locator("#saring-klaim").check()
    assert page.locator("article.temuan:visible").count() == 3
    assert told.inner_text() == "3 temuan tampil"


def test_an_opened_finding_names_files_in_a_line_that_opens_only(page: Page, folder: Path) -> None:
    _open(page, folder, "07_verifikasi")
    finding = page.locator('[id="temuan-anggaran-2.perizinan-realisasi"]')
    finding.locator("summary").first.click()
    assert ".csv" not in finding.inner_text()
    finding.get_by_text("Berkas").click()
    assert "anggaran.csv:9:realisasi" in finding.inner_text()


def test_wide_screens_keep_the_contents_beside_the_text_and_phones_fold_them(
    page: Page, folder: Path
) -> None:
    for name in ("index", "01_kinerja", "07_verifikasi"):
        page.set_viewport_size({"width": DESK, "height": 900})
        _open(page, folder, name)
        rail, text = page.locator("nav.isi").bounding_box(), page.locator("h1").bounding_box()
        assert rail and text and rail["x"] + rail["width"] <= text["x"], name
        assert page.locator("nav.isi a").last.is_visible()
        page.set_viewport_size({"width": PHONE, "height": 900})
        assert not page.locator("nav.isi a").last.is_visible()
        page.locator("nav.isi summary").click()
        assert page.locator("nav.isi a").last.is_visible()


def test_findings_sort_by_place_and_back(page: Page, folder: Path) -> None:
    _open(page, folder, "07_verifikasi")
    heads = page.locator(".g-terbukti h4")
    weight = heads.all_inner_texts()
    page.locator("#urut-temuan").select_option("letak")
    assert [text.partition(":")[0] for text in heads.all_inner_texts()] == [
        "Tabel 2.3", "Tabel 3.6", "Tabel 3.8", "Tabel BAB IV.A",
    ]  # fmt: skip
    page.locator("#urut-temuan").select_option("")
    assert heads.all_inner_texts() == weight


@pytest.mark.parametrize("scripted", [True, False])
def test_the_address_of_a_finding_opens_it(browser: Browser, folder: Path, scripted: bool) -> None:
    context = browser.new_context(offline=True, java_script_enabled=scripted)
    page = context.new_page()
    for name in ("anggaran-2.perizinan-realisasi", "laporan.kecamatan_koperasi-8-"):
        page.goto((folder / "07_verifikasi.html").as_uri() + f"#temuan-{name}")
        target = page.locator(":target")
        assert target.locator(".rinci").is_visible() and target.locator(".sel a").is_visible()
    context.close()


def test_pages_and_sections_link_to_one_another(page: Page, folder: Path) -> None:
    for name in PAGES:
        _open(page, folder, name)
        assert page.locator("nav[aria-label='Halaman laporan'] a").count() == len(PAGES)
        contents = page.locator("nav.isi a")
        assert contents.count() == page.locator("main h2").count()
        contents.last.click()
        assert page.locator("h2:target").is_visible()


def test_figures_of_the_opening_sentences_lead_to_where_they_are_shown(
    page: Page, folder: Path
) -> None:
    _open(page, folder, "index")
    page.locator("details.dasar summary").click()
    links = page.locator("ol.kalimat a, .pembuka a, .angka-pokok a, .kotak a[href*='0']").all()
    told = [(link.inner_text(), link.get_attribute("href")) for link in links]
    assert len(told) > 12
    for figure, target in told:
        page.goto(f"{folder.as_uri()}/{target}")
        place = page.locator(":target")
        assert place.is_visible(), target
        number = figure.removeprefix("Rp").rstrip("?%").split()[0]
        alts = [image.get_attribute("alt") or "" for image in place.locator("img").all()]
        shown = " ".join([place.inner_text(), *alts])
        assert number in shown, target


def test_a_chart_tells_its_figures_without_pictures(page: Page, folder: Path) -> None:
    _open(page, folder, "01_kinerja")
    first, second = (
        drawing.get_attribute("aria-label") for drawing in page.locator("figure svg.gambar").all()
    )
    for figure in ("135,31%", "194,05%", "89,89%", "123,86%", "2.645.059 dari target 2.942.679"):
        assert figure in (first or "")
    for figure in ("117,31% (2020)", "90,01% (2020)", "89,88% (2021)"):
        assert figure in (second or "")
    for name in PAGES:
        _open(page, folder, name)
        for drawing in page.locator("svg.gambar").all():
            assert len(re.findall(r"\d", drawing.get_attribute("aria-label") or "")) > 3, name


def test_a_saved_chart_holds_the_same_figures_and_its_source(page: Page, folder: Path) -> None:
    _open(page, folder, "01_kinerja")
    saved = {}
    for button in page.locator("figure").first.locator(".simpan button").all():
        with page.expect_download() as download:
            button.click()
        saved[download.value.suggested_filename.rpartition(".")[2]] = download.value.path()
    text = saved["svg"].read_text(encoding="utf-8")
    for figure in ("135,31%", "13.244 dari target 6.825", "2.645.059", "Sumber: Tabel 3.2",
                   "3 dari 4 indikator mencapai target"):  # fmt: skip
        assert figure in text
    assert "var(" not in text and "#0072b2" in text  # the colours of paper, whatever the theme
    assert saved["png"].read_bytes().startswith(b"\x89PNG")
    assert page.locator("figure .simpan").first.is_visible()


def test_each_mark_of_a_chart_says_its_figure_to_pointer_and_keyboard(
    page: Page, folder: Path
) -> None:
    _open(page, folder, "01_kinerja")
    bars = page.locator("#bagan-capaian .nilai, figure.bagan >> nth=0 >> .nilai")
    told = bars.locator("title").all_text_contents()
    assert told[0] == "Koperasi sehat 135,31%, realisasi 43,30 dari target 32"
    bars.first.focus()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == told[0]


def test_ids_of_charts_are_their_own(page: Page, folder: Path) -> None:
    for name in PAGES:
        _open(page, folder, name)
        twice = page.evaluate(
            "() => {const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
            "return ids.filter((id, i) => ids.indexOf(id) !== i)}"
        )
        assert twice == [], name


def test_without_colours_a_mark_still_says_what_it_is(page: Page, folder: Path) -> None:
    for name in ("01_kinerja", "07_verifikasi"):
        _open(page, folder, name)
        for words in page.locator("td.tanda .ke-temuan").all_text_contents():
            assert words in ("Terbukti salah", "Perlu klarifikasi", "Pembulatan",
                             "Aturan tidak diikuti", "Kalimat tidak sesuai", "Patut diperiksa",
                             "Dikoreksi", "Dihitung dari angka yang terbukti salah",
                             "Dihitung dari angka yang perlu klarifikasi")  # fmt: skip


def test_paper_shows_every_table_and_reckoning_without_navigation(page: Page, folder: Path) -> None:
    _open(page, folder, "07_verifikasi")
    page.emulate_media(media="print")
    assert not page.locator("nav[aria-label='Halaman laporan']").is_visible()
    assert page.locator("details.sumber").count() == 20
    # On paper stand the rows that a finding names, and no others.
    named = page.locator("details.sumber td.tanda")
    assert named.count() > 20 and named.first.bounding_box()["height"] > 5  # type: ignore[index]
    assert not page.locator('[id="koperasi-110-nilai"]').is_visible()
    assert page.locator("thead").first.evaluate("e => getComputedStyle(e).display") == (
        "table-header-group"
    )
    _open(page, folder, "04_anggaran")
    page.emulate_media(media="print")
    assert page.locator(".hitungan:not(.layar) .jejak").first.is_visible()
    # Wide tables are not cut off at the edge of the paper (A4 less its margins, 680 px).
    page.set_viewport_size({"width": 680, "height": 900})
    for name in PAGES:
        _open(page, folder, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, name


BROKEN = """heads => heads.flatMap(head => {
    const text = head.firstChild, words = []
    if (!text || text.nodeType !== Node.TEXT_NODE) return words
    for (const found of text.data.matchAll(/\\p{L}+/gu)) {
        const range = document.createRange()
        range.setStart(text, found.index)
        range.setEnd(text, found.index + found[0].length)
        if (range.getClientRects().length > 1) words.push(found[0])
    }
    return words})"""
"""The words of these cells that stand on more than one line."""


def test_on_a_phone_what_a_card_tells_stands_under_its_heading_and_is_no_smaller(
    page: Page, folder: Path
) -> None:
    # Words of closely set tables were moved aside, and their figures smaller than the headings.
    page.set_viewport_size({"width": PHONE, "height": 844})
    _open(page, folder, "06_tren")
    told = page.locator("table.susun.padat td:not([colspan])").evaluate_all(
        """cells => cells.map(cell => [getComputedStyle(cell).paddingLeft,
            parseFloat(getComputedStyle(cell).fontSize)
            >= parseFloat(getComputedStyle(cell, '::before').fontSize)])"""
    )
    assert len(told) > 50 and {tuple(one) for one in told} == {("0px", True)}


def test_on_a_phone_what_rests_on_an_assumption_is_read_without_scrolling(
    page: Page, folder: Path
) -> None:
    page.set_viewport_size({"width": PHONE, "height": 844})
    _open(page, folder, "lampiran")
    ends = page.locator("td[colspan] > div").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().right)"
    )
    assert len(ends) > 5 and max(ends) <= PHONE


ENDS = """tables => tables.map(table => {
    const columns = {}
    for (const cell of table.querySelectorAll('tbody td.angka')) {
        const range = document.createRange()
        range.selectNodeContents(cell.querySelector('a:not(.ke-temuan),button') || cell.firstChild)
        const {right, width} = range.getBoundingClientRect()
        if (width) (columns[cell.cellIndex] ??= new Set()).add(Math.round(right))
    }
    return Object.values(columns).map(ends => ends.size)})"""
"""At how many places the digits of each column of these tables end."""


def test_the_digits_of_a_column_end_alike_whatever_marks_stand_beside_them(
    page: Page, folder: Path
) -> None:
    # The close table of 06_tren moved 117,31 aside for its mark, and so did every table on paper.
    for name in ("04_anggaran", "06_tren"):
        _open(page, folder, name)
        for media, width in (("screen", DESK), ("print", 680)):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(media=media)
            tables = page.locator("main table:has(td.tanda):not(.dilipat)")
            assert tables.count() >= 2
            assert {n for one in tables.evaluate_all(ENDS) for n in one} == {1}, (name, media)


OVER = """marks => marks.filter(mark => {
    const range = document.createRange()
    const cell = mark.closest('td')
    range.selectNodeContents(cell.querySelector('a:not(.ke-temuan),button') || cell.firstChild)
    const digits = range.getBoundingClientRect(), at = mark.getBoundingClientRect()
    const sign = (at.left + at.right) / 2 - 5
    return digits.width && at.top < digits.bottom && at.bottom > digits.top
        && sign < digits.right && at.right > digits.left
}).map(mark => mark.closest('td').innerText)"""
"""The cells whose mark is drawn over their digits."""


def test_no_mark_stands_over_the_digits_beside_it(page: Page, folder: Path) -> None:
    # The table of a first chart had no room beside its digits: 399.750.0?0.
    for width in (DESK, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        for name in PAGES:
            _open(page, folder, name)
            marks = page.locator("td.tanda.angka > a.ke-temuan:visible")
            assert marks.evaluate_all(OVER) == [], (name, width)


def test_on_paper_no_word_of_a_table_is_broken(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 680, "height": 900})
    for name in PAGES:
        _open(page, folder, name)
        page.emulate_media(media="print")
        cells = page.locator("table:not(.padat) :is(th, td)")
        assert cells.evaluate_all(BROKEN) == [], name


def test_on_paper_no_heading_of_a_table_stands_alone_and_no_page_holds_the_footer_only(
    page: Page, folder: Path
) -> None:
    for name in ("06_tren", "07_verifikasi"):
        _open(page, folder, name)
        texts = [sheet.extract_text() for sheet in
                 PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages]  # fmt: skip
        for text in texts:
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            told = [line for line in lines if "halaman " not in line or " dari " not in line]
            told = [line for line in told if not line.startswith("Selaras antar-tabel")]
            assert not re.search(r"berkas \w+\.csv$", told[-1]), told[-2:]
            assert len(told) > 3, told


def test_on_paper_a_last_reckoning_does_not_stand_alone_on_its_page(
    page: Page, folder: Path
) -> None:
    _open(page, folder, "03_ekspor_pasar")
    last = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[-1].extract_text()
    assert " ".join(last.split()).count("kurs = nilai rupiah ÷ nilai US$") >= 2


def test_on_paper_a_short_table_stays_whole_below_its_title(page: Page, folder: Path) -> None:
    # A title torn in two at the foot of a page, its rows on the next; rows of nine parted 4 and 5.
    for name, title, last in (
        ("02_koperasi_umkm", "Unit usaha menurut skalanya", "13.244"),
        ("03_ekspor_pasar", "Pasar menurut kecamatan", "Ngawen"),
        ("04_anggaran", "Anggaran per program, sesudah koreksi", "Peningkatan Sarana Distribusi"),
    ):
        _open(page, folder, name)
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        texts = [" ".join(sheet.extract_text().split()) for sheet in sheets]
        (held,) = [text for text in texts if title in text]
        assert last in held.partition(title)[2], (name, held[-300:])
        # What opens the page is not pushed to the next one by what it must stay with.
        assert len(texts[0]) > 500, name


def test_on_paper_no_small_chart_lies_under_its_own_notes(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 680, "height": 900})
    _open(page, folder, "06_tren")
    page.emulate_media(media="print")
    ends = page.locator("figure.kecil").evaluate_all(
        """charts => charts.map(chart => [".judul-bagan", "svg", ".catatan-bagan"]
            .map(part => chart.querySelector(part).getBoundingClientRect())
            .map(place => [place.top, place.bottom]))"""
    )
    assert len(ends) > 5
    for (_, title), (top, bottom), (notes, _) in ends:
        assert title <= top + 1 and bottom <= notes + 1
    sides = page.locator("figure.kecil").evaluate_all("all => all.map(one => one.offsetLeft)")
    assert len(set(sides)) == 3  # beside one another, three in a row


def test_paper_has_a_running_head_and_page_numbers(page: Page, folder: Path) -> None:
    _open(page, folder, "04_anggaran")
    sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    told = sheets[1].extract_text()
    assert f"halaman 2 dari {len(sheets)}" in " ".join(told.split())
    assert "Kecil dan Menengah, 2021: Anggaran" in " ".join(told.split())


def test_a_long_table_keeps_its_headings_in_sight(page: Page, folder: Path) -> None:
    # On a wide screen with the page, which has no box that scrolls within it; else in such a box.
    _open(page, folder, "06_tren")
    page.locator("details:has(#sumber-angka) > summary").click()
    rows, heads = page.locator("#sumber-angka tbody tr"), page.locator("#sumber-angka thead th")
    rows.last.scroll_into_view_if_needed()
    box = heads.first.bounding_box()
    assert 26 < rows.count() < 81 and box and abs(box["y"]) < 1
    page.set_viewport_size({"width": 1000, "height": 844})
    table = page.locator(".gulir:has(#sumber-angka)")
    assert table.bounding_box()["height"] <= 36 * 16 + 2  # type: ignore[index]
    table.evaluate("box => box.scrollTop = box.scrollHeight")
    box = heads.first.bounding_box()
    assert box and abs(box["y"] - table.bounding_box()["y"]) < 40  # type: ignore[index]


def test_a_table_of_many_columns_is_not_wider_than_its_place(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": DESK, "height": 900})
    for name in ("06_tren", "07_verifikasi"):
        _open(page, folder, name)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        wider = page.evaluate(
            "[...document.querySelectorAll('.gulir')]"
            ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.ariaLabel)"
        )
        assert wider == []
    # Tabel 1.1 has 22 columns and a mark in most of them: each cell says its own heading.
    ranks = page.evaluate(
        "[...document.querySelectorAll('table.melipat td')]"
        """.filter(cell => getComputedStyle(cell, '::before').content === '"II/b"')"""
        ".map(cell => cell.innerText.trim())"
    )
    assert ranks[0].startswith("12")
    assert page.get_by_role("row", name="PNS / CPNS").first.is_visible()


def test_a_card_of_a_printed_table_shows_the_heading_of_each_cell(page: Page, folder: Path) -> None:
    """Tabel 2.3 on a phone: programme, amount and remark, each under its own heading."""
    page.set_viewport_size({"width": PHONE, "height": 844})
    page.goto((folder / "07_verifikasi.html").as_uri() + "#program-1.penilaian-pagu")
    told = page.locator(":target").evaluate(
        "e => [...e.parentElement.cells].slice(1).map(c => getComputedStyle(c, '::before').content)"
    )
    assert told == ['"Program"', '"Anggaran"', '"Keterangan"']


def test_headings_step_down_one_level_at_a_time(page: Page, folder: Path) -> None:
    for name in PAGES:
        _open(page, folder, name)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])"
        )
        assert levels[0] == 1 and levels.count(1) == 1, name
        assert all(b - a <= 1 for a, b in pairwise(levels)), name
        assert page.locator("th:not([scope])").count() == 0


def test_without_images_and_colours_the_report_tells_the_same(
    browser: Browser, folder: Path
) -> None:
    context = browser.new_context(offline=True, bypass_csp=True, forced_colors="active")
    page = context.new_page()
    for name in PAGES:
        _open(page, folder, name)
        drawn = page.locator("figure.bagan svg.gambar").count()
        page.evaluate(
            "document.querySelectorAll('svg.gambar').forEach(i => i.replaceWith(i.ariaLabel))"
        )
        figures = page.locator("figure.bagan").all_inner_texts()
        assert len(figures) == drawn and all(re.search(r"\d", text) for text in figures), name
        # A mark of colour says its name in words too.
        unsaid = page.locator("td.tanda").evaluate_all(
            "cells => cells.filter(cell => !cell.querySelector('.ke-temuan')).length"
        )
        assert unsaid == 0, name
    _open(page, folder, "index")
    page.evaluate("document.querySelectorAll('svg.gambar').forEach(i => i.remove())")
    page.locator("details.dasar summary").click()
    told = page.locator("main").inner_text()
    # Target, realisasi, capaian and last year's capaian of each indicator, as printed.
    for part in ("Koperasi sehat 135,31% (belum diputuskan; 43,30% dari target 32%)",
                     "117,31% menjadi 135,31%",
                 "Jumlah UMKM 194,05% (13.244 dari target 6.825 unit)", "194,47% menjadi 194,05%",
                 "Pasar memenuhi syarat 123,86% (86,70% dari target 70%)",
                 "Nilai ekspor 89,89% (tercetak 89,88%;",
                 "2.645.059 dari target 2.942.679 US$)"):  # fmt: skip
        assert part in told, part
    context.close()


def test_every_figure_of_the_opening_sentences_opens_its_cell_or_its_reckoning(
    page: Page, folder: Path
) -> None:
    for name in ("01_kinerja", "04_anggaran"):
        _open(page, folder, name)
        opening = page.locator("p.kalimat").first
        for button in opening.locator("button.asal").all():
            button.click()
            opened = page.locator(".jejak:popover-open")
            told = opened.text_content() or ""
            assert re.search(r"\.csv:\d+:\w+", told), button.inner_text()
            page.keyboard.press("Escape")
        # None of its amounts and percentages is mere text, but the difference of two of them.
        told = re.sub(r"(lebih|kurang) Rp\S+", "", opening.inner_text())
        shown = re.findall(r"Rp\d[\d.]*\d|\d[\d.,]*%", told)
        opened = opening.locator("button.asal, a").all_inner_texts()
        assert len(shown) >= 5 and all(any(one in text for text in opened) for one in shown), shown
