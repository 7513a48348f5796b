"""Run by the Python of an environment: every locked package is there with every file.

python -P check_packages.py LOCK [MODULE...]      the modules are imported too
"""

import csv
import importlib
import importlib.metadata
import re
import sys
from pathlib import Path


def main(lock: Path, modules: list[str]) -> None:
    """Ends with a sentence that begins with NOT WHOLE where a package is not as it came."""
    pinned = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+) *\\?$", re.MULTILINE)
    for name, version in pinned.findall(lock.read_text("utf-8")):
        if importlib.metadata.version(name) != version:
            sys.exit(f"NOT WHOLE: {name} is not of the version {version}")
    for package in importlib.metadata.distributions():
        if package.metadata["Name"] != "lkjip-analysis":
            every_file_is_there(package)
    for module in modules:
        importlib.import_module(module)


def every_file_is_there(package: importlib.metadata.Distribution) -> None:
    """Each file that the package lists, in its size; what Python compiles anew may lack."""
    # Not `package.files`: from Python 3.12 on it leaves out what is gone.
    record = package.read_text("RECORD") or "RECORD,,"
    for name, _, size in csv.reader(record.splitlines()):
        path = Path(str(package.locate_file(name)))
        if path.suffix == ".pyc":
            continue
        if not path.is_file() or size not in ("", str(path.stat().st_size)):
            sys.exit(f"NOT WHOLE: {path}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
