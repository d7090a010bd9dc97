"""Rendering: a page of the knowledge base as HTML, or only what it links to, for checks and tests.

The site itself is rendered by MkDocs with the same extension and the same context.
"""

from __future__ import annotations

from dataclasses import dataclass

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.markdown import SOURCE_REFERENCE, make_markdown
from colabora.page_context import PageContext
from colabora.translations.notices import notices_of

# What turns text into links and pictures; what comes after only changes or writes them.
TREE_WITH_LINKS = ("footnote", "inline", "blocks_on_inline_end")


@dataclass(frozen=True)
class References:
    """What a page refers to: links as (target, text), pictures as (address, alternative text)."""

    links: tuple[tuple[str, str], ...]
    pictures: tuple[tuple[str, str], ...]


def page_context(base: KnowledgeBase, page: Page) -> PageContext:
    """Return what rendering a page needs to know, in the language the page is written in."""
    return PageContext(
        locale=page.locale,
        page=page.name,
        strings=base.strings[page.locale],
        sources=base.registers.sources,
        checklists=base.checklists.get(page.locale, {}),
        questions=base.questions.get(page.locale, {}),
        exercises=base.exercises.get(page.locale, {}),
        notices=notices_of(base, page),
    )


def render(base: KnowledgeBase, page: Page) -> str:
    """Return a page's body as clean HTML."""
    return make_markdown(page_context(base, page)).convert(page.source.body)


def collect(base: KnowledgeBase, page: Page) -> References:
    """Return what a page's body refers to.

    Python-Markdown itself reads it, so that a link is what it takes for one, but stops at the tree: paths, ids,
    notes of the register, writing and sanitising take as long again and lead nowhere that is checked here.
    """
    md = make_markdown(page_context(base, page))
    if not page.source.body.strip():
        return References((), ())
    known = base.registers.sources
    body = SOURCE_REFERENCE.sub(lambda m: "" if m[1] in known else m[0], page.source.body)
    lines = body.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = next(md.parser.parseDocument(lines).iter())
    for name in TREE_WITH_LINKS:
        md.treeprocessors[name].run(root)
    links = [(e.get("href", ""), "".join(e.itertext())) for e in root.iter("a")]
    pictures = [(e.get("src", ""), e.get("alt", "")) for e in root.iter("img")]
    return References(tuple(links), tuple(pictures))
