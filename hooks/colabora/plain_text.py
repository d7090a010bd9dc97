"""Plain text: Markdown as a reader sees it, for data, spreadsheets and digests.

Takes in `See [Skola6](case:skola6)[^ir], it *works*.`, spits out `See Skola6, it works.`
"""

from __future__ import annotations

import re

CODE_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
SOURCE_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)")
ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
# Emphasis begins and ends at a word, so that 2*3*4 and snake_case stay what they are.
EMPHASIS = re.compile(r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)")
ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|/-])")
LIST_LINE = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s")


def plain_text(markdown: str) -> str:
    """Return the text without markup: paragraphs an empty line apart, list entries on lines of their own."""
    paragraphs = re.split(r"\n\s*\n", markdown.strip())
    return "\n\n".join(_join_lines(_without_markup(paragraph)) for paragraph in paragraphs if paragraph.strip())


def _without_markup(text: str) -> str:
    """Return the text without markup, leaving what stands in code as it is."""
    pieces: list[str] = []
    position = 0
    for code in CODE_SPAN.finditer(text):
        pieces += [_without_inline(text[position : code.start()]), code[2].strip()]
        position = code.end()
    return "".join([*pieces, _without_inline(text[position:])])


def _without_inline(text: str) -> str:
    text = SOURCE_REFERENCE.sub("", text)
    text = ADDRESS.sub(r"\1", LINK.sub(r"\1", text))
    # Strong text may hold emphasis: **a *b* c**.
    text = EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", text))
    return ESCAPE.sub(r"\1", text)


def _join_lines(text: str) -> str:
    joined = ""
    for line in text.split("\n"):
        between = "\n" if joined and LIST_LINE.match(line) else " " if joined else ""
        joined += between + " ".join(line.split())
    return joined
