"""Documents: what a built page says, section by section, as search needs it.

Takes in the HTML of a page, spits out the text of its article cut at every heading that can be linked to::

    <article><h1>…</h1><p>A pop-up week …</p><h2 id="steps">Steps</h2><p>Ask …</p></article>
    →  Section("", "", "A pop-up week …"), Section("steps", "Steps", "Ask …")
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.publishing.addresses import address_of
from colabora.publishing.view import stage_of
from colabora.schemas import CaseStudyFrontMatter

# What stands in an article but is about the page, not of it.
SKIPPED = "h1, nav, script, style, template, form, button, select, textarea, svg, sup, .eyebrow, [data-search-skip]"
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)
HEADINGS = ("h2", "h3")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Section:
    """A part of a page: the id of its heading, the heading, and its text on one line."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True)
class Document:
    """A page as search knows it; the first section has no heading."""

    address: str
    title: str
    aliases: tuple[str, ...]
    kind: str
    stage: str
    country: str
    sections: tuple[Section, ...]


def make_document(base: KnowledgeBase, page: Page, html: str) -> Document:
    """Return a page of the knowledge base with the text that was made of it."""
    front_matter = page.front_matter
    return Document(
        address=address_of(page.locale, page.name),
        title=page.title,
        aliases=tuple(front_matter.aliases) if front_matter else (),
        kind=page.kind.value,
        stage=(stage_of(page) or "") if front_matter else "",
        country=front_matter.country if isinstance(front_matter, CaseStudyFrontMatter) else "",
        sections=tuple(sections_of(html, page.locale)),
    )


def sections_of(html: str, locale: str) -> Iterator[Section]:
    """Yield the sections of a page's article, the part before its first heading first.

    What stands in it in another language, such as a list that is not translated, is left out.
    """
    article = LexborHTMLParser(html).css_first("article")
    if article is None:
        return
    foreign = [node for node in article.css("[lang]") if node.attributes["lang"] != locale]
    for node in (*article.css(SKIPPED), *foreign):
        node.decompose()
    anchor, heading = "", ""
    texts: list[str] = []
    inside: LexborNode | None = None
    for node in article.traverse(include_text=True):
        if node.is_text_node:
            if inside is None or not _is_within(node, inside):
                texts.append(node.text_content or "")
        elif node.tag in HEADINGS and node.attributes.get("id"):
            yield Section(anchor, heading, _one_line(texts))
            anchor, heading, texts, inside = node.attributes["id"] or "", _one_line([node.text()]), [], node
        elif node.tag not in INLINE:
            texts.append(" ")
    yield Section(anchor, heading, _one_line(texts))


def _is_within(node: LexborNode, other: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.mem_id == other.mem_id:
            return True
        parent = parent.parent
    return False


def _one_line(texts: list[str]) -> str:
    return SPACE.sub(" ", "".join(texts)).strip()
