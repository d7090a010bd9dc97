from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from colabora.markdown import SOURCE_REFERENCE, make_markdown
from colabora.page_context import PageContext
from colabora.strings import Strings

TABLE = "| a | b |\n|---|---|\n| c | d |\n"
STRINGS = Strings("en", {"table.name": "Table {number}: {heading}", "table.alone": "Table {number}"})


def regions(text: str) -> list[tuple[str | None, str | None, str | None, int]]:
    """Return role, tab index, name and number of tables of every scrolling region."""
    tree = LexborHTMLParser(make_markdown(PageContext(strings=STRINGS)).convert(text))
    return [
        (r.attributes["role"], r.attributes["tabindex"], r.attributes["aria-label"], len(r.css("table")))
        for r in tree.css(".table-scroll")
    ]


def test_every_table_scrolls_in_a_region_named_after_the_heading_above() -> None:
    text = f"{TABLE}\n## Costs & *more* {{#costs}}\n\n{TABLE}\n### By year {{#by-year}}\n\n{TABLE}"
    assert regions(text) == [
        ("region", "0", "Table 1", 1),
        ("region", "0", "Table 2: Costs & more", 1),
        ("region", "0", "Table 3: By year", 1),
    ]


def test_a_table_in_a_box_stays_in_it() -> None:
    html = make_markdown(PageContext(strings=STRINGS)).convert(f"/// note | Sums\n{TABLE}\nAfter.\n///\n")
    box = LexborHTMLParser(html).css_first(".note")
    assert box is not None
    assert [child.tag for child in box.iter()] == ["p", "div", "p"]


def test_a_reference_before_a_colon_is_a_reference() -> None:
    assert SOURCE_REFERENCE.findall("As it says[^one]: this[^two].\n[^three]: A definition.") == ["one", "two"]
