"""Started kernels that stay for several notebooks, where none can be forked (Windows, macOS).

To start a kernel takes longer than most notebooks run. One that stays is as new for each: its names
are cleared, its count of cells begins again. A notebook that could change more than names of its
own, be it a setting of a library, has a kernel to itself.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lkjip_analysis.building.kernels import server
from lkjip_analysis.pages.notebooks import NO_PROGRAM, content_of

OWN = "lkjip_analysis"
REACHING = frozenset(
    {
        *("__builtins__", "__import__", "get_ipython", "globals", "vars"),
        *("compile", "eval", "exec", "setattr", "delattr"),
    }
)
"""Names by which a cell could change what is not its own."""
BEGIN_AGAIN = f"from {__name__} import begin_again; begin_again()"
"""What a kernel runs before its next notebook."""


def may_stay(source: Path) -> bool:
    """May this notebook be run in a kernel that others use before or after it?"""
    if server() is not None:
        return False  # to fork one is quicker
    cells = content_of(source)["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    try:
        return all(name.split(".")[0] == OWN for cell in code for name in _reached(cell))
    except NO_PROGRAM:
        return False  # a command of IPython


def _reached(cell: str) -> Iterator[str]:
    """The modules that a cell imports, and by which names it could change one.

    Raises: SyntaxError where it is not plain Python.
    """
    for node in ast.walk(ast.parse(cell)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Name) and node.id in REACHING:
            yield node.id
        elif isinstance(node, ast.Attribute) and _is_own(node):
            yield node.attr


def _is_own(node: ast.Attribute) -> bool:
    """Is an attribute written, or one that is nobody else's to read?"""
    return not isinstance(node.ctx, ast.Load) or node.attr.startswith("_")


def begin_again() -> None:
    """In the kernel: clear what the notebook before left."""
    from IPython.core.getipython import get_ipython

    from lkjip_analysis.pages.parts.rendering import style_again

    shell: Any = get_ipython()
    shell.reset(new_session=True)
    style_again()
