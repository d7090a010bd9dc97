from __future__ import annotations

from colabora.knowledge_base import Page, parse_page
from colabora.readability import measure
from colabora.source import parse_source


def page_of(body: str) -> Page:
    front = "---\ntitle: A page\ndescription: A page made for a test of how it reads.\n---\n"
    return parse_page(parse_source((front + body).encode(), "docs/en/about/page.md")[0], None)[0]


def test_words_a_sentence_and_long_words_are_counted() -> None:
    found = measure(page_of("We ask four people. They answer.\nInterviews need patience and listening.\n"))
    assert found is not None
    # 11 words in 3 sentences, of which “interviews”, “patience” and “listening” are long.
    assert (found.words, found.longest, found.longest_line) == (11, 5, 6)
    assert found.words_a_sentence == 11 / 3
    assert found.lix == round(11 / 3 + 100 * 3 / 11)


def test_marks_are_not_read_as_words() -> None:
    body = (
        "## A heading with several interminable substantives {#a}\n\n"
        "- [ ] See [four words stand here](case:skola6)[^key] {#item role=manager}\n\n"
        "| a | table |\n|---|---|\n| of | words |\n\n```\ncode is no prose\n```\n\n/// note | Title\nShort text.\n///\n\n[[case-list]]\n"
    )
    found = measure(page_of(body))
    assert found is not None
    assert found.words == 7  # See four words stand here · Short text


def test_a_page_without_a_sentence_has_no_figures() -> None:
    assert measure(page_of("[[case-list]]\n")) is None
