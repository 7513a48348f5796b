"""papermill without the file systems of clusters, which no notebook of a report is on.

Where pyarrow is installed, for tables as Parquet, papermill would import it to reach them: that
takes as long as all else of papermill.
"""

from __future__ import annotations

import sys

CLUSTERS = "pyarrow.fs"

_is_ours = sys.modules.setdefault(CLUSTERS, None) is None  # type: ignore[arg-type]
try:
    import papermill
    from papermill.exceptions import PapermillExecutionError
finally:
    if _is_ours:
        del sys.modules[CLUSTERS]

__all__ = ["PapermillExecutionError", "papermill"]
