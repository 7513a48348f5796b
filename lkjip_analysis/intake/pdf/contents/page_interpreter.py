"""One page played: pdfminer's interpreter, which here also minds clips, layers and clearness."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFObjRef, dict_value, resolve1
from pdfminer.psparser import literal_name

from lkjip_analysis.intake.document.printed_places import Box
from lkjip_analysis.intake.pdf.contents.device import Painting
from lkjip_analysis.intake.pdf.contents.ink import Ink
from lkjip_analysis.intake.pdf.contents.parsing import timed

CLEAR = 0.05
"""Text painted with less than this part of its colour is not seen."""


def ink_of(
    page: PDFPage, number: int, manager: PDFResourceManager, off: Collection[int] = ()
) -> Ink:
    """All that is printed on a page; `off` are the layers of the file that are switched off.

    `manager` keeps the fonts from page to page.
    """
    painting = Painting(manager)
    with timed():
        Player(manager, painting, off).process_page(page)
    width, height = painting.size
    return Ink(
        number,
        width,
        height,
        tuple(painting.letters),
        tuple(painting.strokes),
        tuple(painting.fills),
        tuple(painting.pictures),
        painting.unpacked,
    )


def layers_off(document: PDFDocument) -> frozenset[int]:
    """The object numbers of the layers that are switched off when the file is opened."""
    properties = resolve1(document.catalog.get("OCProperties"))
    shown = resolve1(properties.get("D")) if isinstance(properties, dict) else None
    off = resolve1(shown.get("OFF")) if isinstance(shown, dict) else None
    return frozenset(ref.objid for ref in off or () if isinstance(ref, PDFObjRef))


def shared_pictures(pages: Sequence[PDFPage]) -> frozenset[str]:
    """The pictures that more than one page shows: letterheads and backgrounds."""
    counted: Counter[str] = Counter()
    for page in pages:
        drawn = resolve1(page.resources.get("XObject")) if page.resources else None
        named = drawn.values() if isinstance(drawn, dict) else ()
        counted.update({str(ref.objid) for ref in named if isinstance(ref, PDFObjRef)})
    return frozenset(key for key, count in counted.items() if count > 1)


class Player(PDFPageInterpreter):
    """Plays a page on a `Painting`."""

    device: Painting

    def __init__(
        self, manager: PDFResourceManager, painting: Painting, off: Collection[int] = ()
    ) -> None:
        super().__init__(manager, painting)
        self.off = off
        self.kept: list[tuple[Box | None, bool]] = []
        self.cutting = False

    def subinterp(self) -> Player:
        return Player(self.rsrcmgr, self.device, self.off)

    def do_q(self) -> None:
        self.device.tick()
        super().do_q()
        self.kept.append((self.device.clip, self.device.clear))

    def do_Q(self) -> None:
        super().do_Q()
        if self.kept:
            self.device.clip, self.device.clear = self.kept.pop()

    def do_W(self) -> None:
        points = [self.device._point(step[-2:]) for step in self.curpath if step[0] != "h"]
        if points:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            self.device.cut(Box(min(xs), min(ys), max(xs), max(ys)))

    def do_W_a(self) -> None:
        self.do_W()

    def do_gs(self, name: Any) -> None:
        super().do_gs(name)
        states = dict_value(self.resources.get("ExtGState", {}))
        state = resolve1(states.get(literal_name(name)))
        alpha = resolve1(state.get("ca")) if isinstance(state, dict) else None
        if isinstance(alpha, (int, float)):
            self.device.clear = alpha < CLEAR

    def do_BMC(self, tag: Any) -> None:
        self.device.layers.append(False)

    def do_BDC(self, tag: Any, props: Any) -> None:
        named = dict_value(self.resources.get("Properties", {}))
        group = named.get(getattr(props, "name", None)) if not isinstance(props, dict) else None
        is_layer = getattr(tag, "name", "") == "OC"
        self.device.layers.append(is_layer and self._is_off(group))

    def do_EMC(self) -> None:
        if self.device.layers:
            self.device.layers.pop()

    def do_Do(self, xobjid_arg: Any) -> None:
        xobject = resolve1(self.xobjmap.get(literal_name(xobjid_arg)))
        self.device.layers.append(self._is_off(getattr(xobject, "attrs", {}).get("OC")))
        super().do_Do(xobjid_arg)
        self.device.layers.pop()

    def _is_off(self, group: Any) -> bool:
        return isinstance(group, PDFObjRef) and group.objid in self.off
