"""Labels of points in a chart: each is read, and none covers another, a mark or a line."""

from __future__ import annotations

import pandas as pd

from lkjip_analysis.pages.charts.axes import plain_axes
from lkjip_analysis.pages.charts.goals_over_time import beyond
from lkjip_analysis.pages.charts.labels import between, in_points, spots

ROOM = (280.0, 105.0)
DAY = "Rp13,06 miliar\ns.d. 20 Juni 2025"
"""19 letters are 95 points wide, two lines 23 high."""


def sides(*told: tuple[tuple[float, float], str], line: bool = False) -> list[tuple[str, str]]:
    places = [place for place, _ in told]
    lines = between(places[0], places[-1]) if line else []
    return [(spot.ha, spot.va) for spot in spots(told, places, lines, ROOM)]


def test_alone_a_label_stands_above_its_point() -> None:
    assert sides(((140, 50), "13.244")) == [("center", "bottom")]


def test_at_the_left_or_right_end_it_keeps_within_the_picture() -> None:
    # 95 points centred on 20 would begin at -27,5; beside the point it is from 29 to 124.
    assert sides(((20, 50), DAY), ((260, 50), DAY)) == [("left", "center"), ("right", "center")]


def test_a_label_never_stands_on_the_axis_below() -> None:
    # Below a point at 5 the text would lie at -3 and less; above it is another point.
    (low, _) = sides(((140, 5), "12"), ((140, 16), "15"))
    assert low in {("left", "center"), ("right", "center")}


def test_two_points_beside_one_another_have_labels_on_different_sides() -> None:
    first, second = sides(((140, 50), DAY), ((150, 50), DAY))
    assert first != second
    assert {first, second} <= {
        ("center", "bottom"), ("center", "top"), ("left", "bottom"), ("right", "bottom"),
        ("left", "top"), ("right", "top"),
    }  # fmt: skip


def test_a_falling_line_is_not_written_over_at_its_end() -> None:
    # From (100, 100) to (140, 20): above the last point the line comes down through the text.
    assert sides(((100, 100), "99,22%"), ((140, 20), "91,27%"), line=True)[1] != (
        "center",
        "bottom",
    )


def test_the_same_chart_has_its_labels_in_the_same_places() -> None:
    told = [((10.0 * i, 7.0 * i), DAY) for i in range(12)]
    assert sides(*told) == sides(*told)


def test_a_label_stands_on_its_points_side_of_a_target() -> None:
    """ "68,51%" stood above the line of the target of 75, as if it were what that line says.

    The point lies at 50 of 95 points, the target at 60 or at 40: a usual label, 8 to 19,5 points
    above its point, would be beyond the higher target, and one below beyond the lower.
    """
    shown = pd.DataFrame({"tahun": [2023], "posisi": [2023.0], "nilai": [50.0]})
    axes = plain_axes(1.65)
    axes.set_xlim(2022, 2024)
    axes.set_ylim(0, 95)
    for target, side in ((60.0, "top"), (40.0, "bottom"), (51.0, "bottom")):
        goal = pd.DataFrame({"posisi": [2022.7, 2023.3], "nilai": target, "tahun": 2023})
        ends = [in_points(axes, at) for at in zip(goal["posisi"], goal["nilai"], strict=True)]
        point = in_points(axes, (2023.0, 50.0))
        lines = [*between(*ends), *beyond(axes, shown, [goal])]
        (found,) = spots([(point, "68,51%")], [point], lines, (180.0, 95.0))
        assert found.va == side, target
