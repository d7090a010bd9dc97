from __future__ import annotations

import pytest

from colabora.plain_text import plain_text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("See [Skola6](case:skola6)[^skola6-ir].", "See Skola6."),
        ("See [the *method*](../methodology/index.md#test) first.", "See the method first."),
        ('See [a page](<a b.md> "Title").', "See a page."),
        ("See [Rīga](https://lv.wikipedia.org/wiki/R%C4%ABga_(pils)).", "See Rīga."),
        ("Ask <https://example.org/> or <mailto:a@example.org>.", "Ask https://example.org/ or mailto:a@example.org."),
        ("**Two _kinds_ of** emphasis, *one* and __two__.", "Two kinds of emphasis, one and two."),
        ("2*3*4 and snake_case_name stay", "2*3*4 and snake_case_name stay"),
        ("a * b * c stays, and 5 _ 6 _ 7", "a * b * c stays, and 5 _ 6 _ 7"),
        ("`- [ ] *not* {#id}` is code", "- [ ] *not* {#id} is code"),
        (r"\*no emphasis\*, \[no link\]", "*no emphasis*, [no link]"),
        ("![A hall](hall.jpg) with desks", "A hall with desks"),
        ("One sentence.\nAnother   one.\n\n\nA paragraph.", "One sentence. Another one.\n\nA paragraph."),
        ("Bring:\n- a pen\n- paper", "Bring:\n- a pen\n- paper"),
        ("a < b and 3 > 2", "a < b and 3 > 2"),
        ("", ""),
    ],
)
def test_markup_is_taken_off_and_nothing_else(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain
