"""The kinds of rule, one file each: a file placed here is a kind, known by its own name.

Each declares its `KIND`; a file that does not is refused as soon as the package is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from lkjip_analysis.rules.kind import Kind


def _declared() -> dict[str, Kind]:
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    kinds: list[Kind] = [module.KIND for module in modules]
    return {kind.name: kind for kind in kinds}


KINDS: Mapping[str, Kind] = _declared()
