"""What several tests share: the committed report, read once, and its built pages.

What a fixture needs is imported when it is asked for: a test of one module loads that module only.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from lkjip_analysis.building.one_report import Built
    from lkjip_analysis.checking.verify import Verification
    from lkjip_analysis.report.report import Report

# What a command calls itself in its messages is the same whoever starts the tests.
os.environ.pop("LKJIP_CALLED", None)
# Messages are expected as they stand in the code; `test_language` holds what users are told.
os.environ["LKJIP_BAHASA"] = "c"
# Runs of the tests are none that anybody asks about later; `test_journal` has a log of its own.
os.environ["LKJIP_CATATAN"] = "-"

# How many examples each property is tried with; 40, always the same, where nobody asks.
ASKED = int(os.environ.get("LKJIP_EXAMPLES", "0"))

# A busy machine is no fault of the code: no deadline in any test. It stands here because a test
# takes the profile that is loaded when its module is read.
settings.register_profile(
    "lkjip",
    max_examples=ASKED or 40,
    derandomize=not ASKED,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile("lkjip")

BLORA = ("dindagkop-ukm-blora", 2021)

LONG = {"test_browser", "test_build", "test_cli", "test_cluster", "test_crash", "test_hostile_pdf",
        "test_kernels", "test_large_inputs", "test_many", "test_nation", "test_pdf",
        "test_template", "test_verify", "test_word_size"}  # fmt: skip
"""Files that take a minute: begun first, so that no worker is alone with one of them at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path.stem not in LONG)


@pytest.fixture(scope="session")
def blora() -> Report:
    from lkjip_analysis.report.loading import load

    return load(*BLORA)


@pytest.fixture(scope="session")
def blora_verified(blora: Report) -> Verification:
    from lkjip_analysis.checking.verify import verify

    return verify(blora)


@pytest.fixture(scope="session")
def blora_built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The committed report as HTML, in a folder of its own."""
    from lkjip_analysis.building.one_report import build

    return build(*BLORA, reports=tmp_path_factory.mktemp("reports"))


@pytest.fixture(scope="session")
def blora_pages(blora_built: Built) -> dict[str, str]:
    """The text of each page by its file name."""
    folder: Path = blora_built.index.parent
    return {page.file: (folder / page.file).read_text("utf-8") for page in blora_built.pages}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright
    from test_browser import CHROMIUM, FLAGS

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()
