"""What a chart is to whoever asked for it: a figure that shows itself, with its frame and words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from contextvars import ContextVar
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, Concatenate, Literal, NamedTuple, ParamSpec

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lkjip_analysis.analysis.asking import called, fits, no_figures
from lkjip_analysis.analysis.tabel import Tabel
from lkjip_analysis.language import phrase, worded
from lkjip_analysis.pages.charts.series_figures import places_told
from lkjip_analysis.pages.parts.caveats import (
    CHANGE_RESTS_ON,
    RESTS_ON,
    pointed_at_by_open,
    resting_on_open,
)
from lkjip_analysis.pages.parts.pictures import picture

Asked = ParamSpec("Asked")

DRAWN_FROM = {"lereng": CHANGE_RESTS_ON}
"""What charts of indicators rest on that do not draw the capaian of one year alone."""
NOTHING = "Tidak ada angka untuk digambar."
"""What a chart of a table without rows shows."""

SIDES: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")
"""Where axes may have a title."""

NO_FRAME = "charts.{name} draws a DataFrame, as laporan.anggaran is; it was given {given}"

ON_AXES = (
    "a chart is a whole figure of matplotlib; what is drawn on stands in chart.axes[0]: {name}"
)

given: ContextVar[Axes | None] = ContextVar("given", default=None)
"""The Axes that a caller wants a chart on; none where the chart makes its own."""


class Words(NamedTuple):
    """What stands around a chart: the finding, what is measured in which unit, notes and source."""

    title: str
    measure: str = ""
    notes: tuple[str, ...] = ()


class Chart(Figure):
    """A figure of matplotlib that shows itself in Jupyter in the colours of its theme.

    `frame` holds the figures it draws, `alt` says it in words. `chart.axes[0]` can be drawn on.
    `words` are what stands around it, where it says anything.
    """

    frame: pd.DataFrame = pd.DataFrame()
    words: Words | None = None
    is_small: bool = False

    @property
    def alt(self) -> str:
        self.retitled()
        return str(self.get_label())

    def retitled(self) -> None:
        """A title that was set afterwards, on the figure or its axes, takes the place of ours."""
        shown = self._suptitle
        if shown is None or not self.words or len(self.axes) != 1:
            return
        axes = self.axes[0]
        said = "".join(axes.get_title(loc) for loc in SIDES) or shown.get_text()
        if " ".join(said.split()) == " ".join(self.words.title.split()):
            return
        shown.set_text(said)
        for loc in SIDES:
            axes.set_title("", loc=loc)
        self.set_label(said + str(self.get_label()).removeprefix(self.words.title))
        self.words = self.words._replace(title=said)

    def draw(self, renderer: Any) -> None:
        self.retitled()
        super().draw(renderer)

    def __getattr__(self, name: str) -> Any:
        """What is looked for on a chart and belongs to its axes is said to be there."""
        if name == "ax" or (name[:1] != "_" and hasattr(Axes, name)):
            raise AttributeError(phrase(ON_AXES, name=name))
        raise AttributeError(f"{type(self).__name__}: {name}")

    def __repr__(self) -> str:
        return self.alt or (super().__repr__() if self.axes else worded(NOTHING))

    __str__ = __repr__

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        if not self.axes:
            return {"text/plain": worded(NOTHING)}
        return picture(self)._repr_mimebundle_()


class Charts(list["Chart"]):
    """Several charts in their order, shown below one another."""

    @property
    def frame(self) -> pd.DataFrame:
        """The figures of all of them below one another."""
        return pd.concat([one.frame for one in self]) if self else pd.DataFrame()

    @property
    def figure(self) -> tuple[Chart, ...]:
        return tuple(self)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(*(self or [worded(NOTHING)]))  # type: ignore[no-untyped-call]


def chart(draw: Callable[Concatenate[Any, Asked], Axes]) -> Callable[..., Chart]:
    """A function that draws Axes from a frame, as one that gives a `Chart`.

    `axes=` draws on Axes of the caller's, whose figure is returned; of no rows it is blank. Where
    a `sumber` is taken and none is given, a frame of a report names its own table.
    """
    asks = signature(draw)
    call = called(f"charts.{draw.__name__}", asks)

    @wraps(draw)
    def drawn(frame: Any, *args: Any, axes: Axes | None = None, **named: Any) -> Any:
        _is_frame(draw.__name__, frame)
        fits(call, asks, (frame, *args), named)
        known = frame.traced() if isinstance(frame, Tabel) else frame
        said = asks.bind_partial(frame, *args, **named).arguments
        if isinstance(frame, Tabel):
            named |= _known_of(frame, known, asks, said, DRAWN_FROM.get(draw.__name__, RESTS_ON))
        if isinstance(known, pd.DataFrame | pd.Series) and known.empty:
            return Chart()
        before = given.set(axes)
        try:
            made = draw(known, *args, **named)
        except KeyError as error:
            raise _lacking(draw.__name__, known, error) from None
        except ValueError as error:
            raise no_figures(call, error) from error
        finally:
            given.reset(before)
        if axes is None and not made.get_label():  # nothing of these rows can be drawn
            return Chart()
        figure: Any = made.get_figure(root=True)
        figure.frame = _of_series(frame, said)
        figure.set_label(made.get_label())
        return figure

    drawn.__signature__ = _as_called(asks)  # type: ignore[attr-defined]
    return drawn


def _known_of(
    frame: Tabel,
    known: pd.DataFrame,
    asks: Signature,
    said: Mapping[str, Any],
    rests_on: Sequence[str],
) -> dict[str, Any]:
    """What a frame of a report knows of all that a chart takes and was not told."""
    missing = asks.parameters.keys() - said.keys()
    own = {name: told for name, told in _own(frame).items() if name in missing}
    if "belum" in missing:
        own["belum"] = _undecided(frame, known, str(said.get("kolom", "")), rests_on)
    return own


def _of_series(frame: Any, said: Mapping[str, Any]) -> Any:
    """The rows that are drawn of a frame of many series, where one was named."""
    if isinstance(frame, pd.Series):
        return frame.to_frame(frame.name or "nilai")
    for name in ("kode", "ukuran"):
        if asked := said.get(name):
            frame = frame[frame[name] == asked]
    return frame


def _is_frame(name: str, frame: object) -> None:
    """Raises: TypeError for what is neither rows nor a column."""
    if not isinstance(frame, pd.DataFrame | pd.Series):
        raise TypeError(phrase(NO_FRAME, name=name, given=type(frame).__name__))


def _as_called(asks: Signature) -> Signature:
    """How a chart is asked for, as `help` tells it: on axes or not, and what comes back."""
    axes = Parameter("axes", Parameter.KEYWORD_ONLY, default=None, annotation="Axes | None")
    return asks.replace(parameters=[*asks.parameters.values(), axes], return_annotation="Chart")


def _lacking(name: str, frame: Any, error: KeyError) -> KeyError:
    """A chart of a frame without what it draws says what is there instead."""
    there = ", ".join(map(str, frame.columns)) if isinstance(frame, pd.DataFrame) else type(frame)
    (told,) = error.args or ("",)
    asked = ", ".join(map(str, told)) if isinstance(told, list) else told
    return KeyError(f'charts.{name}: kolom "{asked}" tidak ada; yang ada: {there}')


def _own(frame: Tabel) -> dict[str, Any]:
    """What a chart need not be told of a frame that comes from a report: its scales are all."""
    known = frame._known
    scales = known.asal.laporan.skala if known.asal else ()
    return {"sumber": _source(frame), "kolom_nama": known.nama, "skala": scales}


def _undecided(
    frame: Tabel, traced: pd.DataFrame, kolom: str, rests_on: Sequence[str]
) -> frozenset[Hashable]:
    """Which rows rest on figures that nobody has decided: in the column that is drawn, or in those
    that it is worked out from; of indicators in what the chart rests on."""
    came_from = frame._known.asal
    if not came_from:
        return frozenset()
    if not kolom:
        return resting_on_open(came_from.laporan.verifikasi, traced, rests_on)
    put_in = frame._known.kept.get("masukan", {}).get(kolom, {}).values()
    return pointed_at_by_open(came_from.laporan.verifikasi, traced, (kolom, *put_in))


def _source(frame: Tabel) -> str:
    """What stands under a chart of a frame: the documents of its rows, else where it was printed.

    A frame of figures of many documents names each in its column `sumber`.
    """
    told = frame["sumber"] if "sumber" in frame.columns else [frame.sumber]
    return places_told(part for one in told for part in str(one).split("; "))
