"""data/processed: what was read and found, for those who go on with other tools."""

from __future__ import annotations

import json
from pathlib import Path

from lkjip_analysis import frames
from lkjip_analysis.loading import raw_folder
from lkjip_analysis.report import Report
from lkjip_analysis.verify import Verification


def write_processed(report: Report, verification: Verification, data: Path | str | None) -> None:
    """Tidy figures of both layers and the findings, for those who go on with other tools."""
    raw = raw_folder(data)
    folder = raw.parent / "processed" / report.instansi / str(report.tahun)
    folder.mkdir(parents=True, exist_ok=True)
    for layer in (report, report.used()):
        frames.tidy(layer).to_csv(
            folder / f"angka_{layer.layer}.csv", index=False, lineterminator="\n"
        )
    text = json.dumps(verification.as_json(), indent=2, ensure_ascii=False)
    (folder / "temuan.json").write_text(text + "\n", encoding="utf-8")
