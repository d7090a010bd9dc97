from __future__ import annotations

import pytest

from colabora.blocks import parse_blocks, walk
from colabora.sections import parse_sections, text_digest
from colabora.source import Source


def source(body: str) -> Source:
    return Source("docs/en/a.md", "en", "a.md", body=body, first_body_line=5)


def test_blocks_carry_options_lines_and_children() -> None:
    body = "//// exercise | Name it\n    id: name-it\n\nText.\n\n/// solution\nTwelve.\n///\n////\n"
    blocks, problems = parse_blocks(source(body))
    assert problems == []
    (exercise,) = blocks
    assert (exercise.title, exercise.options, exercise.option_lines) == ("Name it", {"id": "name-it"}, {"id": 6})
    assert [b.name for b in walk(blocks)] == ["exercise", "solution"]
    assert [line.text for line in exercise.lines if line.text] == ["Text."]
    assert [(line.number, line.text) for line in exercise.children[0].lines] == [(11, "Twelve.")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("/// note\n////\n///", [(6, "block-closing")]),
        ("/// exercise\n/// solution\n///\n///", [(6, "block-nested")]),
        ("//// exercise\n/// note\n///\n////", [(6, "block-nested")]),
        ("  /// note\ntext\n  ///", [(5, "block-fence"), (7, "block-fence")]),
        ("///note!\n", [(5, "block-fence")]),
        ("```\n/// note\n```\n", []),
        ("~~~~\n```\n/// note\n~~~~\n", []),
        ("Text with / and // inside, https://example.org/", []),
    ],
)
def test_fences_that_would_go_wrong_in_silence_are_told(body: str, expected: list[tuple[int, str]]) -> None:
    assert [(p.line, p.rule) for p in parse_blocks(source(body))[1]] == expected


def test_code_is_told_apart_and_ends_with_its_own_fence() -> None:
    lines = source("a\n````\n```\nb\n````\nc").lines
    assert [line.code for line in lines] == [False, True, True, True, True, False]


def test_a_page_is_cut_at_its_headings() -> None:
    sections, problems = parse_sections(source("Lead.\n\n## One {#one}\n\nText.\n\n### Two {#two}\n```\n## no\n```\n"))
    assert problems == []
    assert [(s.id, s.heading, s.level, s.line) for s in sections] == [
        ("", "", 1, 5),
        ("one", "One", 2, 7),
        ("two", "Two", 3, 11),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# One {#one}", [(5, "heading-level")]),
        ("### One {#one}", [(5, "heading-level")]),
        ("## One {#one}\n#### Two {#two}", [(6, "heading-level")]),
        ("## One {#md-search}", [(5, "heading-id-form")]),
        ("## One {#Vienreiz}", [(5, "heading-id-form")]),
    ],
)
def test_headings_need_ids_and_levels(body: str, expected: list[tuple[int, str]]) -> None:
    assert [(p.line, p.rule) for p in parse_sections(source(body))[1]] == expected


def test_a_digest_changes_with_the_words_only() -> None:
    assert text_digest("Dzīvoklis  ir\nte") == text_digest(" Dzi\u0304voklis ir te ")
    assert text_digest("12 people") != text_digest("13 people")
