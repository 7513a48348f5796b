"""Who accepts a correction: named by an option, or by git where the data are kept in it."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from lkjip_analysis.errors import nearest, wrong_input
from lkjip_analysis.report.report import Acceptance

ROLES = ("penyusun", "pemeriksa", "penyetuju")
PATIENCE = 5
"""Seconds for git to say a name."""


def check_role(role: str) -> None:
    """Raises: InputError where it is none of those that sign a performance report."""
    if role and role not in ROLES:
        allowed = ", ".join(ROLES)
        raise wrong_input("--peran", f'"{role}"', allowed, nearest(role, ROLES))


def acceptance(folder: Path, by: str, role: str, today: date | None = None) -> Acceptance:
    """Who accepts, as what, and on which day; without a name, nothing is said of who or when."""
    name = " ".join(by.split()) or git_setting(folder, "user.name")
    if not name and not role:
        return Acceptance()
    return Acceptance(name, role, (today or date.today()).isoformat())


def _is_kept_by_git(folder: Path) -> bool:
    return any((place / ".git").exists() for place in folder.resolve().parents)


def git_setting(folder: Path, name: str) -> str:
    """What git is told for data that it keeps; nothing where it keeps none or knows nothing."""
    if not _is_kept_by_git(folder):
        return ""
    command = ["git", "-C", str(folder), "config", name]
    try:
        told = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""
    return " ".join(told.stdout.split()) if told.returncode == 0 else ""
