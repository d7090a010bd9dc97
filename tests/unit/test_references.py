from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from colabora.checks import check
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.problems import Severity
from colabora.registers import SourceEntry
from conftest import Repository

SOURCES = '- {key: zz-de, url: "https://a.example/", title: A, accessed: "2026-11-24", strength: single}\n'
GLOSSARY = "- {id: coworking, explanation: {en: Working side by side.}, terms: {en: {preferred: coworking}}}\n"
CASE = """---
title: Skola6
description: A page made for a test, long enough.
kind: space
name: Skola6
country: LV
status: open
stages: [test]
sources: [zz-de]
provenance: public-sources
last_checked: "2026-11-24"
---
Lead[^zz-de].

## At a glance {#at-a-glance}
## Story {#story}
## Community {#community}
## Money {#money}
## What worked {#what-worked}
## What did not {#what-did-not}
## What others can use {#what-others-can-use}
## Sources {#sources}
"""


@pytest.fixture
def small(repository: Repository) -> Repository:
    repository(
        {
            "docs/en/about/sources.yml": SOURCES,
            "docs/en/about/glossary.yml": GLOSSARY,
            "docs/en/case-studies/skola6.md": CASE,
            "docs/en/about/money.md": "Text.\n\n## Costs {#costs}\n\nText.\n",
            "docs/en/about/hall.jpg": b"\xff\xd8\xff",
            "overrides/markers/glossary.html": "",
            "docs/en/about/glossary.md": "Text.\n\n[[glossary]]\n",
        }
    )
    return repository


def found(small: Repository, body: str) -> list[tuple[str, int, str]]:
    _, problems = check(small({"docs/en/about/a.md": body}))
    return [(p.path, p.line, p.rule) for p in problems]


GOOD = """Text [costs](money.md#costs), [the case](case:skola6), [coworking](term:coworking), members[^zz-de].

[the web](https://example.org/), [write to us](mailto:a@example.org), [call us](tel:+37100000000), [up](#up)

![The hall](hall.jpg)

`<div>` and `{#id}` and 3 < 4 in text, <https://example.org/>.

## Up {#up}

    <div>indented code</div>
"""


def test_what_leads_somewhere_is_no_problem(small: Repository) -> None:
    assert found(small, GOOD) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("[costs](/about/money.md)", "link"),
        ("[costs](../../../README.md)", "link"),
        ("[costs](money.md#cots)", "anchor"),
        ("[šeit](money.md)", "link-text"),
        ("[](money.md)", "link-text"),
        ("![Hall](../../secret.jpg)", "picture"),
        ("![Hall](https://example.org/a.jpg)", "picture"),
        ("[x](ftp://example.org/)", "link-scheme"),
        ("[x](//example.org/)", "link-scheme"),
    ],
)
def test_what_leads_nowhere_is_told_at_its_line(small: Repository, text: str, rule: str) -> None:
    assert found(small, f"First line.\n\n{text}\n") == [("docs/en/about/a.md", 7, rule)]


def test_a_nearby_name_is_suggested(small: Repository) -> None:
    _, problems = check(small({"docs/en/about/a.md": "[costs](mony.md)\n"}))
    assert problems[0].mend == "did you mean “money.md”?"


def test_a_translation_may_link_to_pages_that_are_only_in_english(small: Repository) -> None:
    header = "---\ntitle: A\ndescription: Lapa, kas veidota pārbaudei un ir gana gara.\ntranslation: {status: machine}\n---\n"
    small({"docs/en/about/a.md": "[costs](money.md)\n", "docs/lv/about/a.md": f"{header}[maksa](money.md)\n"})
    _, problems = check(small({}))
    assert [p for p in problems if p.severity is Severity.ERROR] == []


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("sources: [zz-de]", "sources: [zz-fr]", 9, "source"),
        ("## Money {#money}\n", "", 17, "fixed-part"),
        ("## Story {#story}\n## Community {#community}\n", "## Community {#community}\n## Story {#story}\n", 17, "fixed-part"),
        ("stages: [test]", "stages: [test]\nfigures: [{id: a, what: a, value: 1, unit: a, as_of: '2020', source: nowhere}]", 9, "source"),
    ],
)  # fmt: skip
def test_a_case_needs_parts_and_sources(small: Repository, old: str, new: str, line: int, rule: str) -> None:
    assert old in CASE
    _, problems = check(small({"docs/en/case-studies/skola6.md": CASE.replace(old, new)}))
    assert (line, rule) in [(p.line, p.rule) for p in problems]


def test_a_reference_that_is_only_shown_as_code_makes_no_note() -> None:
    entry = SourceEntry(key="col", url="https://a.example/", title="A", accessed="2026-11-24", strength="strong")
    html = make_markdown(PageContext(sources={"col": entry})).convert("Write `[^col]` after the claim.")
    assert LexborHTMLParser(html).css(".footnote") == []
