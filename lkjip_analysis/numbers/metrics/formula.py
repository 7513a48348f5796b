"""Each measure declared once: name, words, what goes in, unit, source, and the function itself.

The popover beside a figure, the docstring, the data dictionary and the computation all read the
same `Formula`. Its words are a template: filled with names they are the formula, filled with
figures they are the reckoning.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import Parameter, cleandoc, signature
from string import Formatter
from typing import Any, TypeVar

from lkjip_analysis.language import worded

Measure = TypeVar("Measure", bound=Callable[..., Any])
PRACTICE = "kebiasaan laporan kinerja; tidak ada peraturan yang dirujuk"


@dataclass(frozen=True)
class Formula:
    """One measure. `nama` is its column, `rumus` its words with each input in braces.

    `sumber` is where the formula comes from; `terverifikasi` is False where that text has not been
    read. `nama_kata` says an input in words where its own name is none.
    """

    nama: str
    rumus: str
    satuan: str
    sumber: str
    terverifikasi: bool
    fungsi: Callable[..., Any]
    nama_kata: tuple[tuple[str, str], ...] = ()

    @property
    def masukan(self) -> tuple[str, ...]:
        """The inputs, in the order of the words."""
        found = (name for _, name, _, _ in Formatter().parse(self.rumus) if name)
        return tuple(dict.fromkeys(found))

    @property
    def bawaan(self) -> dict[str, Any]:
        """The inputs that need not be given, and what they are then."""
        told = signature(self.fungsi).parameters
        return {
            name: told[name].default
            for name in self.masukan
            if told[name].default is not Parameter.empty
        }

    def kata(self, **names: str) -> str:
        """The formula in words; `names` say an input otherwise ("jumlah pagu").

        >>> FORMULAS["serapan"].kata(pagu="jumlah pagu")
        'realisasi ÷ jumlah pagu × 100'
        """
        words = {n: n for n in self.masukan} | dict(self.nama_kata) | names
        return worded(self.rumus).format(**{n: worded(word) for n, word in words.items()})

    def hitungan(self, **figures: str) -> str:
        """The formula with figures put in, each as it is shown.

        >>> FORMULAS["sisa"].hitungan(pagu="100", realisasi="80")
        '100 − 80'
        """
        return worded(self.rumus).format(**figures)

    def nilai(self, **figures: Any) -> Any:
        """The figure that these inputs give."""
        return self.fungsi(**figures)

    @property
    def rujukan(self) -> str:
        """The source, and whether it has been read."""
        told = worded(self.sumber)
        return (
            told
            if self.terverifikasi
            else worded("{told} (naskah peraturannya belum dibaca)", told=told)
        )


FORMULAS: dict[str, Formula] = {}
"""Every declared measure by its name; a measure of several ways by "name way"."""


def declared(
    rumus: str,
    satuan: str,
    sumber: str = PRACTICE,
    *,
    nama: str = "",
    terverifikasi: bool = True,
    **kata: str,
) -> Callable[[Measure], Measure]:
    """The decorator that declares a measure, and ends its docstring with what it declares.

    Raises: TypeError where the words name what the function does not take.
    """

    def declare(fungsi: Measure) -> Measure:
        name = nama or fungsi.__name__
        one = Formula(name, rumus, satuan, sumber, terverifikasi, fungsi, tuple(kata.items()))
        unknown = set(one.masukan) - set(signature(fungsi).parameters)
        if unknown or name in FORMULAS:
            raise TypeError(f"{name} is declared twice, or its words name {sorted(unknown)}")
        FORMULAS[name] = one
        fungsi.__doc__ = described(fungsi.__doc__, one)
        return fungsi

    return declare


def described(docstring: str | None, *formulas: Formula) -> str:
    """A docstring with the formula, the unit and the source that are declared."""
    told = (f"Rumus: {one.kata()}\nSatuan: {one.satuan}\nSumber: {one.rujukan}" for one in formulas)
    return "\n\n".join([cleandoc(docstring or ""), *told])
