"""Pages are set with the letters of print; what a report prints stays as it is printed."""

from __future__ import annotations

import pytest

from lkjip_analysis.pages.parts.typesetting import typeset


@pytest.mark.parametrize(
    ("typed", "set_in_print"),
    [
        ("<p>turun -0,42 poin</p>", "<p>turun −0,42 poin</p>"),
        ("<td>-744.679.600</td><td>Rp-5</td>", "<td>−744.679.600</td><td>Rp−5</td>"),
        ("<td>2020-2021</td>", "<td>2020–2021</td>"),
        ("<p>Koperasi sehat - Realisasi</p>", "<p>Koperasi sehat – Realisasi</p>"),
        ("<p>arti &#34;sehat&#34;: 110</p>", "<p>arti “sehat”: 110</p>"),
        ('<p>("Jumlah" = "L")</p>', "<p>(“Jumlah” = “L”)</p>"),
    ],
)
def test_text_has_the_letters_of_print(typed: str, set_in_print: str) -> None:
    assert typeset(typed) == set_in_print


@pytest.mark.parametrize(
    "kept",
    [
        "<td>-</td><td>30-39 tahun</td><td>rata-rata</td>",
        "<td>2021-03-04</td><small>dinas-2020-2021.csv</small><td>Rp 5,-</td>",
        '<a href="a - b" title="2020-2021">5&#34; x 7&#34;</a>',
        "<style>a{margin: -1rem}</style><script>1 - 2</script><code>-5</code><q>-5</q>",
        '<details class="sumber"><td>-5<td>2020-2021 "x"</details>',
    ],
)
def test_what_is_printed_named_or_code_stays(kept: str) -> None:
    assert typeset(kept) == kept
