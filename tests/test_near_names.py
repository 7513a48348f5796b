"""What the page of findings says beside a figure: short names, and pictures of both places."""

from __future__ import annotations

import io
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from PIL import Image, ImageDraw

from lkjip_analysis.checking.findings.wording import ACTS, CONFLICT, POSSIBLE
from lkjip_analysis.intake.document.printed_places import Box, Place
from lkjip_analysis.output.examined.examining import examine
from lkjip_analysis.output.examined.marking.finding_pictures import pictures
from lkjip_analysis.output.examined.marking.place_pictures import SCALE, Pages
from lkjip_analysis.output.examined.telling.explained_finding import Explained
from lkjip_analysis.output.examined.telling.finding_explanations import explained

REPORT = """# LAPORAN KINERJA DINAS PERIKANAN KOTA SERIBU TAHUN 2023

Tabel 3.1 Capaian Kinerja

| No | Indikator | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Produksi tangkap | Ton | 400 | 380 | 95,00 |
| 2 | Produksi budidaya | Ton | 200 | 190 | 92,50 |
| 3 | Produksi benih | Ekor | 500 | 450 | 90,00 |
| 4 | Konsumsi ikan | Kg | 40 | 42 | 105,00 |
| 5 | Kelompok dibina | Kelompok | 80 | 76 | 95,00 |
"""


def only(folder: Path) -> Explained:
    path = folder / "lkjip.md"
    path.write_text(REPORT, encoding="utf-8")
    (told,) = explained(examine(path, folder / "hasil"))
    return told


def test_beside_its_heading_a_finding_names_its_own_row_no_more(tmp_path: Path) -> None:
    """190 of 200 is 95,00: the row stands in the heading, its columns where they are meant."""
    told = only(tmp_path)
    assert "baris “Produksi budidaya”, kolom “Capaian (%)”" in told.where
    said = " ".join(item for _, items in told.shown for item in items)
    assert "kolom “Capaian (%)” mencantumkan 92,50" in said
    assert "kolom “Capaian (%)”: 92,50 seharusnya 95,00" in said
    assert "Tabel 3.1, Produksi budidaya" not in said


def test_acts_on_many_figures_wait_where_one_figure_would_do() -> None:
    failed, acts = (CONFLICT, ("95,00 bukan 92,50",)), (ACTS, ("dua baris tertukar", "satu usang"))
    one = (POSSIBLE, ("92,50 seharusnya 95,00",))
    told = Explained("a", "ambigu", "Tabel 3.1", "", (failed, one, acts), "", "", ())
    assert told.shown == (failed, one) and told.folded == (acts,)
    assert "2 penjelasan lain tertulis di index.html." in told.text
    assert "dua baris tertukar" not in told.text
    # Where only they explain it, they are what its reader needs.
    alone = replace(told, lists=(failed, acts))
    assert alone.shown == (failed, acts) and "dua baris tertukar" in alone.text


def drawn_page(words: tuple[int, ...]) -> Image.Image:
    """A page of 1.000 by 400 points with a line of letters, 8 points high, at each height."""
    page = Image.new("RGB", (int(1000 * SCALE), int(400 * SCALE)), "white")
    for top in words:
        letters = (200 * SCALE, top * SCALE, 600 * SCALE, (top + 8) * SCALE)
        ImageDraw.Draw(page).rectangle(letters, "black")
    return page


def test_a_strip_is_cut_between_lines() -> None:
    """The figure is at 200 to 208; a strip of 30 points more would cut the line at 166 to 174."""
    pages = Pages(SimpleNamespace(get_page_size=lambda _: (1000, 400)))
    pages.last = 1, drawn_page((166, 200, 234))
    strip = pages.crop([Place(1, Box(540, 200, 560, 208))])
    assert strip is not None
    cut = Image.open(io.BytesIO(b64decode(strip.address.partition(",")[2]))).convert("L")
    ends = (cut.crop((0, at, cut.width, at + 1)).getextrema() for at in (0, cut.height - 1))
    assert all(darkest > 200 for darkest, _ in ends)


def test_what_a_figure_is_held_against_on_another_page_is_shown_too() -> None:
    """Each page is drawn once, whatever the order of the findings."""
    asked: list[int] = []

    class Drawn(Pages):
        def picture(self, page: int) -> Image.Image:
            asked.append(page)
            return drawn_page((200,))

    pages = Drawn(SimpleNamespace(get_page_size=lambda _: (1000, 400)))
    here, there = (Place(page, Box(540, 200, 560, 208)) for page in (3, 1))
    finding = Explained("a", "ambigu", "", "", (), "", "", (here, there), 1, ("a",))
    of_one_page = Explained("b", "ambigu", "", "", (), "", "", (there,), 1, ("b",))
    found = pictures((finding, of_one_page), pages)
    assert [strip.page for strip in found["a"]] == [3, 1]
    assert [strip.page for strip in found["b"]] == [1]
    assert asked == sorted(asked)
    assert pictures((finding,), None) == {"a": ()}
