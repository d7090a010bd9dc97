"""A small world of pages: registers, two lists, a module with a lesson, and the real interface strings."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from colabora.knowledge_base import KnowledgeBase, Page, parse_page, read_knowledge_base
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem
from colabora.source import parse_source
from conftest import ROOT

WORLD = ROOT / "tests" / "cases" / "world"


def make_world(root: Path) -> Path:
    """Write the world into an empty folder, which then is a repository without a build."""
    shutil.copytree(WORLD, root, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides" / "strings", root / "overrides" / "strings")
    return root


def read_world(root: Path) -> KnowledgeBase:
    """Return the world as read, before its lists and questions are known."""
    base, problems = read_knowledge_base(make_world(root))
    assert not problems
    return base


def parse(base: KnowledgeBase, path: str, content: bytes) -> tuple[Page, list[Problem]]:
    """Return a page that is not (yet) part of a world, and what is wrong with it by itself."""
    source, problems = parse_source(content, path)
    english = base.pages[SOURCE_LOCALE].get(source.page) if source.locale != SOURCE_LOCALE else None
    page, found = parse_page(source, english.source if english else None)
    return page, [*problems, *found]


def with_page(base: KnowledgeBase, page: Page) -> KnowledgeBase:
    """Return the world with a page added or replaced."""
    own: Mapping[str, Page] = {**base.pages[page.locale], page.name: page}
    return replace(base, pages={**base.pages, page.locale: dict(sorted(own.items()))})
