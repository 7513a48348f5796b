"""Run the notebooks for their default parameters and keep the outputs that nbval compares.

    python tools/outputs.py [NAME...]

To be run after a change of a notebook, of what it shows, or of the data it shows.
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HOME = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOME))

from lkjip_analysis.building.kernels import Kernels, environment, private_folder  # noqa: E402
from lkjip_analysis.building.provisioning import manager_of  # noqa: E402
from lkjip_analysis.pages.parts.pages_only import PAGES_ONLY  # noqa: E402


def main() -> None:
    """Write each notebook, or those named, back with fresh outputs and without run times."""
    for path in sorted((HOME / "notebooks").rglob("*.ipynb")):
        if sys.argv[1:] and path.stem not in sys.argv[1:]:
            continue
        notebook = nbformat.read(path, as_version=4)
        # Who opens a notebook sees its charts as pictures too, which pages leave out.
        told = {**environment(None), PAGES_ONLY: ""}
        kernels = Kernels(told, path.parent)  # links are told from there
        with private_folder() as folder:
            manager = manager_of(kernels, folder)
            NotebookClient(
                notebook, kernel_name="python3", kernel_manager_class=manager, record_timing=False
            ).execute()
        notebook.metadata["language_info"] = {"name": "python"}
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")
        print(path.name)


if __name__ == "__main__":
    main()
