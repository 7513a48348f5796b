"""What an analyst works with: reports as tidy frames, measures over Series, figures over years.

In come loaded and verified reports; out go frames, Series and points in time. Nothing here draws
or writes a file.
"""

from lkjip_analysis.report.room import FRAMES, check_room

check_room(FRAMES)
