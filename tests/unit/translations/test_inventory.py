from __future__ import annotations

import pytest

from colabora.source import Source
from colabora.translations.inventory import CODE, Inventory, link_target, plain_text, take_inventory

SECTION = """\
A [space](term:space) in [Skola6](case:skola6), see [costs](../money/index.md#costs) and <https://a.example/>[^report].
![A hall](hall.jpg) and `code [x](y.md) 5 %`.

/// checklist | Before
    id: before

- [ ] First {#one role=owner due=-9d}

    - A detail
- [x] Second {#two}
///

/// checklist-use | premises
///

| A | B |
|---|---|
| 1 | a \\| b |
| 2 | c |

```text
[no](link.md) | 9 |
```

1. One
   2. Two

[[case-list]]
"""


@pytest.fixture(scope="module")
def found() -> Inventory:
    return take_inventory(Source("", "en", "doors/a.md", body=SECTION, first_body_line=1).lines, "doors/a.md")


def test_links_are_what_they_lead_to_and_pictures_and_sources_are_no_links(found: Inventory) -> None:
    links = ["term:space", "case:skola6", "money/index.md#costs", "https://a.example/"]
    assert [(m.name, m.line) for m in found.links] == [(link, 1) for link in links]
    assert [m.name for m in found.pictures] == ["hall.jpg"]
    assert [m.name for m in found.sources] == ["report"]
    assert found.term_links == [("space", "space", 1)]


def test_items_answers_and_blocks_stand_in_their_order(found: Inventory) -> None:
    assert [(m.name, m.line) for m in found.items] == [("one", 7), ("two", 10)]
    assert [m.name for m in found.answers] == ["two"]
    assert [m.name for m in found.blocks] == ["checklist", "id before", "checklist-use premises"]
    assert [m.name for m in found.markers] == ["case-list"]


def test_tables_have_a_shape_and_lists_a_length(found: Inventory) -> None:
    assert [(m.name, m.line) for m in found.tables] == [("2×2", 16)]
    assert [m.line for m in found.entries] == [9, 25, 26]


def test_prose_has_no_markup_and_no_code(found: Inventory) -> None:
    texts = [p.text for p in found.prose]
    assert texts[:3] == ["A space in Skola6, see costs and .", f"A hall and {CODE}.", "Before"]
    assert "First" in texts
    assert not any("link" in text or "9" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "entries", "dates"),
    [
        ("Teksts.\n2016. gadā un\n- tad", [], []),
        ("2016. gadā.\nTeksts.", [], [1]),
        ("Teksts.\n\n2016. gadā.", [], [3]),
        ("2016\\. gadā.", [], []),
        ("Am\n30. Juni", [], []),
        ("- a\n2016. gadā\n- b", [1, 3], []),
        ("1. a\n   2016. gadā\n2. b", [1, 3], [2]),
        ("- a\n    1. b\n    2. c", [1, 2, 3], []),
        ("1. a\n\n    Teksts.\n2. b", [1], []),
        ("/// note\n- a\n///\n- b", [2, 4], []),
        ("- [ ] a {#a}\n\n    2016. gadā.", [], [3]),
    ],
)  # fmt: skip
def test_a_sentence_that_begins_like_an_entry_is_none_unless_markdown_makes_it_one(
    text: str, entries: list[int], dates: list[int]
) -> None:
    found = take_inventory(Source("", "lv", "a.md", body=text, first_body_line=1).lines, "a.md")
    assert [m.line for m in found.entries] == entries
    assert [m.line for m in found.dates_as_entries] == dates
    # The marker of an entry is no number of the text; a date is.
    assert any("2016" in p.text for p in found.prose) == ("2016" in text)


@pytest.mark.parametrize(
    ("target", "page", "wanted"),
    [
        ("b.md", "doors/a.md", "doors/b.md"),
        ("../index.md#x", "doors/a.md", "index.md#x"),
        ("#x", "doors/a.md", "#x"),
        ("term:x", "doors/a.md", "term:x"),
        ("mailto:a@b.example", "doors/a.md", "mailto:a@b.example"),
    ],
)
def test_a_target_is_named_from_the_folder_of_the_language(target: str, page: str, wanted: str) -> None:
    assert link_target(target, page) == wanted


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**A number.** *Twelve* people[^a][^b]", "A number. Twelve people"),
        ("[![alt](a.png) text](b.md)", "alt text"),
        (": a definition of snake_case_name", "a definition of snake_case_name"),
        ("Write to [%editors_email%](mailto:%editors_email%) now", "Write to  now"),
        ("30. Juni\\.", "30. Juni."),
    ],
)
def test_plain_text_is_what_a_translator_writes(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain
