from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.registers import SourceEntry

SOURCES = {
    key: SourceEntry(key=key, url=f"https://example.org/{key}", title=key, accessed="2026-11-24", strength="strong")
    for key in ("one", "two")
}


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("Both say so[^one][^two].", [None, "another"]),
        ("One says so[^one], the other does not[^two].", [None, None]),
        ("It says so[^one] [^two][^one].", [None, "another", "another"]),
    ],
)
def test_a_number_right_behind_another_is_marked(text: str, classes: list[str | None]) -> None:
    numbers = LexborHTMLParser(make_markdown(PageContext(sources=SOURCES)).convert(text)).css("sup")
    assert [number.attributes.get("class") for number in numbers] == classes
