"""A kernel without what JupyterLab debugs cells by: nobody does where a report is made.

To import it takes a tenth of the start of a kernel.
"""

from __future__ import annotations

import sys

START = (
    "import sys; sys.path.remove(''); from lkjip_analysis.building import no_debugger; "
    "no_debugger.start()"
)


def leave_out() -> None:
    """To be called before ipykernel is imported, which does without where it is not there."""
    sys.modules["debugpy"] = None  # type: ignore[assignment]


def start() -> None:
    """Be a kernel, as `python -m ipykernel_launcher` is."""
    leave_out()
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()
