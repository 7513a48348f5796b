"""What several tests share: the committed report, read once, and its built pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from lkjip_analysis.building.build import Built, build
from lkjip_analysis.loading import load
from lkjip_analysis.report import Report
from lkjip_analysis.verify import Verification, verify

BLORA = ("dindagkop-ukm-blora", 2021)


@pytest.fixture(scope="session")
def blora() -> Report:
    return load(*BLORA)


@pytest.fixture(scope="session")
def blora_verified(blora: Report) -> Verification:
    return verify(blora)


@pytest.fixture(scope="session")
def blora_built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The committed report as HTML, in a folder of its own."""
    return build(*BLORA, reports=tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="session")
def blora_pages(blora_built: Built) -> dict[str, str]:
    """The text of each page by its file name."""
    folder: Path = blora_built.index.parent
    return {page.file: (folder / page.file).read_text("utf-8") for page in blora_built.pages}
