"""What a reader sees: charts, tables, the sections of the notebooks, verdict and summary.

In come frames, reports and verifications; out go HTML, SVG and pictures. Nothing here starts a
kernel, writes a file or decides what is wrong.
"""

from lkjip_analysis.report.room import FRAMES, check_room

check_room(FRAMES)
