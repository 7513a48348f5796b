"""A project that run.py sets up in seconds: its packages are made up, each of them a few files.

Only the packages are small. run.py is the real one, and so are pip, uv, the locks with their
hashes, the check of every file and the import of every module that run.py names.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

HOME = Path(__file__).resolve().parents[1]
PACKAGE = "lkjip_analysis"
FILES = 60
"""Files of each package beside its modules, so that a kill meets the writing of one."""


def made_up(base: Path) -> Path:
    """The folder of the project, which needs no network once this is done; uv lies beside it.

    Raises: CalledProcessError where uv and setuptools cannot be had.
    """
    sys.path.append(str(HOME))
    from tools.first_start.environment import FURTHER, IMPORTED, LEVELS

    project, wheels = base / "proyek", base / "wheels"
    wheels.mkdir(parents=True)
    lock = "\n".join([_fetched(wheels), *_stubs(wheels, [*IMPORTED, *FURTHER["-many"]])])
    _source(project)
    for level in LEVELS:
        (project / f"requirements{level}.lock").write_text(f"# {level}\n{lock}\n", "utf-8")
    os.environ.update(
        PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(wheels),
        UV_NO_CONFIG="1", UV_NO_INDEX="1", UV_FIND_LINKS=str(wheels),
    )  # fmt: skip
    words = [sys.executable, "-m", "pip", "install", "-q", "--target", str(base / "uv"), "uv"]
    subprocess.run(words, check=True)
    return project


def _fetched(wheels: Path) -> str:
    """uv and setuptools as they are locked; the lines of the lock for setuptools."""
    locked = (HOME / "requirements.lock").read_text("utf-8")
    found = re.search(r"^setuptools==.*(?:\n +--hash.*)+", locked, re.MULTILINE)
    assert found
    (wheels / "setuptools.txt").write_text(found[0], "utf-8")
    for name in (HOME / "requirements-uv.lock", wheels / "setuptools.txt"):
        words = ["download", "-q", "--no-deps", "--require-hashes", "-d", str(wheels)]
        subprocess.run([sys.executable, "-m", "pip", *words, "-r", str(name)], check=True)
    return found[0].removesuffix("\\").rstrip()


def _stubs(wheels: Path, modules: list[str]) -> list[str]:
    """A wheel for each package outside the project that has one of these modules; their locks."""
    packages: dict[str, set[str]] = {}
    for module in modules:
        packages.setdefault(module.partition(".")[0], set()).add(module)
    del packages[PACKAGE]
    return [_stub(wheels, name, sorted(names)) for name, names in sorted(packages.items())]


def _stub(wheels: Path, name: str, modules: list[str]) -> str:
    project = f"tiruan_{name}"  # no name of a real package
    texts = {f"{name}/__init__.py": ""}
    texts |= {f"{name}/isi/{number}.txt": f"{name} {number}\n" * 50 for number in range(FILES)}
    texts |= {f"{path.replace('.', '/')}.py": "" for path in modules if "." in path}
    told = f"{project}-1.dist-info"
    texts[f"{told}/METADATA"] = f"Metadata-Version: 2.1\nName: {project}\nVersion: 1\n"
    texts[f"{told}/WHEEL"] = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    texts[f"{told}/RECORD"] = "".join(f"{path},,\n" for path in [*texts, f"{told}/RECORD"])
    wheel = wheels / f"{project}-1-py3-none-any.whl"
    with ZipFile(wheel, "w") as archive:
        for path, text in texts.items():
            archive.writestr(path, text)
    return f"{project}==1 \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def _source(project: Path) -> None:
    """What run.py needs of a project, and a command that says that it was started."""
    commands = project / PACKAGE / "commands"
    commands.mkdir(parents=True)
    for name in ("run.py", "pyproject.toml", "requirements-uv.lock", "README.md",
                 "LICENSE", "LICENSE-DATA"):  # fmt: skip
        shutil.copy(HOME / name, project / name)
    shutil.copytree(HOME / "tools", project / "tools")
    for place in (commands.parent / "__init__.py", commands / "__init__.py", commands / "cli.py"):
        place.write_text("", "utf-8")
    (commands.parent / "__main__.py").write_text("import pandas\n", "utf-8")
