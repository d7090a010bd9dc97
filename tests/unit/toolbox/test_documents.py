from __future__ import annotations

import io

import pytest
from docx import Document
from pptx import Presentation

from colabora.checks import check
from colabora.toolbox.documents import TemplateDocument, template_documents
from conftest import Repository

PAGE = """---
title: {title}
description: {title} made for a test of the files of a template.
{front}
---
## What it is for {{#what-for}}

Not in the file.

## How to fill it in {{#how-to}}

Not in the file.

## The text {{#text}}

Dear [name of the mayor], **we invite you** to [place], [or: to the town hall].

### What we offer {{#offer}}

- four desks
- a *quiet* room
    - with a door
- coffee

| Day | Guests |
|---|---|
| Monday | |
| =1+1 | [number] |

## Downloads {{#downloads}}

Not in the file.
"""


@pytest.fixture
def documents(repository: Repository) -> dict[str, TemplateDocument]:
    english = PAGE.format(title="Letter", front="formats: [DOCX, PPTX]\nstage: test")
    latvian = PAGE.format(title="Vēstule", front="translation: {status: machine}")
    files = {"docs/en/index.md": "Text.\n", "docs/en/toolbox/templates/letter.md": english}
    base, _ = check(repository({**files, "docs/lv/toolbox/templates/letter.md": latvian}))
    return {d.address: d for x in ("en", "lv", "de") for d in template_documents(base, x)}


def test_every_language_has_every_format_at_its_address(documents: dict[str, TemplateDocument]) -> None:
    assert set(documents) == {
        f"packages/{x}/templates/letter.{f}" for x in ("en", "lv", "de") for f in ("docx", "pptx")
    }
    assert {a.split("/")[1]: d.locale for a, d in documents.items()} == {"en": "en", "lv": "lv", "de": "en"}
    assert all(d.kilobytes >= 1 for d in documents.values())


def test_a_word_processor_finds_headings_lists_tables_and_gaps(documents: dict[str, TemplateDocument]) -> None:
    document = Document(io.BytesIO(documents["packages/lv/templates/letter.docx"].content))
    found = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert found == [
        ("Title", "Vēstule"),
        ("Normal", "Dear [name of the mayor], we invite you to [place], [or: to the town hall]."),
        ("Heading 1", "What we offer"),
        ("List Bullet", "four desks"),
        ("List Bullet", "a quiet room"),
        ("List Bullet 2", "with a door"),
        ("List Bullet", "coffee"),
    ]
    assert [r.text for p in document.paragraphs for r in p.runs if r.bold] == ["we invite you"]
    assert [r.text for p in document.paragraphs for r in p.runs if r.italic] == ["quiet"]
    cells = [[c.text for c in row.cells] for row in document.tables[0].rows]
    assert cells == [["Day", "Guests"], ["Monday", ""], ["=1+1", "[number]"]]
    assert document.core_properties.language == "lv"


def test_a_presentation_has_a_slide_for_each_heading(documents: dict[str, TemplateDocument]) -> None:
    slides = Presentation(io.BytesIO(documents["packages/en/templates/letter.pptx"].content)).slides
    texts = [[(p.level, p.text) for p in s.placeholders[1].text_frame.paragraphs] for s in slides]
    assert [s.shapes.title.text for s in slides] == ["Letter", "What we offer"]
    assert texts[1][:4] == [(0, "four desks"), (0, "a quiet room"), (1, "with a door"), (0, "coffee")]


def test_two_builds_give_the_same_bytes(repository: Repository, documents: dict[str, TemplateDocument]) -> None:
    english = PAGE.format(title="Letter", front="formats: [DOCX, PPTX]\nstage: test")
    base, _ = check(repository({"docs/en/index.md": "Text.\n", "docs/en/toolbox/templates/letter.md": english}))
    again = {d.address: d.content for d in template_documents(base, "en")}
    assert again == {a: d.content for a, d in documents.items() if a.startswith("packages/en/")}
