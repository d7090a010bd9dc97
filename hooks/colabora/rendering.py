"""Rendering: a page of the knowledge base as HTML, with what it links to, for checks and tests.

The site itself is rendered by MkDocs with the same extension and the same context.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from markdown.treeprocessors import Treeprocessor

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.markdown import make_markdown
from colabora.page_context import PageContext
from colabora.translations.notices import notices_of


@dataclass(frozen=True)
class Rendered:
    """A rendered page: clean HTML, links as (target, text), pictures as (address, alternative text), ids."""

    html: str
    links: tuple[tuple[str, str], ...]
    pictures: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]


class Collector(Treeprocessor):
    """Collect links, pictures and ids from the finished tree, before `case:` and `term:` are rewritten."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.pictures: list[tuple[str, str]] = []
        self.ids: list[str] = []

    def run(self, root: ET.Element) -> None:
        """Walk the tree once."""
        for element in root.iter():
            if element.tag == "a":
                self.links.append((element.get("href", ""), "".join(element.itertext())))
            elif element.tag == "img":
                self.pictures.append((element.get("src", ""), element.get("alt", "")))
            if element.get("id"):
                self.ids.append(element.get("id", ""))


def page_context(base: KnowledgeBase, page: Page) -> PageContext:
    """Return what rendering a page needs to know, in the language the page is written in."""
    return PageContext(
        locale=page.locale,
        page=page.name,
        strings=base.strings[page.locale],
        sources=base.registers.sources,
        checklists=base.checklists.get(page.locale, {}),
        questions=base.questions.get(page.locale, {}),
        notices=notices_of(base, page),
    )


def render(base: KnowledgeBase, page: Page) -> Rendered:
    """Render a page's body."""
    md = make_markdown(page_context(base, page))
    collector = Collector()
    md.treeprocessors.register(collector, "collector", 7.5)  # after heading ids (8), before references (7)
    html = md.convert(page.source.body)
    return Rendered(html, tuple(collector.links), tuple(collector.pictures), tuple(collector.ids))
