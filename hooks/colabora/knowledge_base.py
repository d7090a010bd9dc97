"""The knowledge base: every page of every language, the registers and the interface strings, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from colabora.blocks import Block, parse_blocks
from colabora.checklists.model import Checklist
from colabora.files import check_files, page_files
from colabora.front_matter import check_front_matter
from colabora.kinds import Kind, kind_of
from colabora.locales import SOURCE_LOCALE, read_locales
from colabora.problems import Problem
from colabora.registers import Registers, read_registers
from colabora.schemas import PageFrontMatter
from colabora.sections import Section, parse_sections
from colabora.source import Source, read_source
from colabora.strings import Strings, check_strings
from colabora.training.model import Exercise, Question


@dataclass(frozen=True)
class Page:
    """A page as written in one language, taken apart.

    `front_matter` is None where it broke a rule; a translation's has the English values laid under its own.
    """

    source: Source
    kind: Kind
    front_matter: PageFrontMatter | None
    sections: tuple[Section, ...]
    blocks: tuple[Block, ...]

    @property
    def path(self) -> str:
        """Return the path from the repository root."""
        return self.source.path

    @property
    def name(self) -> str:
        """Return the path below the locale's folder, the same in all languages (`about/index.md`)."""
        return self.source.page

    @property
    def locale(self) -> str:
        """Return the language of the folder the page stands in."""
        return self.source.locale

    @property
    def slug(self) -> str:
        """Return the last part of the page's address (`skola6`, `test` for `test/index.md`)."""
        parts = self.name.removesuffix(".md").removesuffix("/index").split("/")
        return parts[-1]

    @property
    def title(self) -> str:
        """Return the title, or the file's name while there is none."""
        return self.source.text("title") or self.name


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything read: `pages[locale][name]`, in the order of the file names; `markers` are those a template fills.

    `checklists[locale][id]`, `questions[locale][id]` and `exercises[locale][id]` are as readers of a language see them.
    """

    root: Path
    locales: tuple[str, ...] = (SOURCE_LOCALE,)
    pages: Mapping[str, Mapping[str, Page]] = field(default_factory=dict)
    registers: Registers = field(default_factory=Registers)
    strings: Mapping[str, Strings] = field(default_factory=dict)
    markers: frozenset[str] = frozenset()
    checklists: Mapping[str, Mapping[str, Checklist]] = field(default_factory=dict)
    questions: Mapping[str, Mapping[str, Question]] = field(default_factory=dict)
    exercises: Mapping[str, Mapping[str, Exercise]] = field(default_factory=dict)

    def page(self, locale: str, name: str) -> Page | None:
        """Return the page a reader of a language sees: its translation, or the English page."""
        return self.pages.get(locale, {}).get(name) or self.pages.get(SOURCE_LOCALE, {}).get(name)

    def of_kind(self, kind: Kind, locale: str = SOURCE_LOCALE) -> list[Page]:
        """Return the pages of a kind as a reader of a language sees them, by file name."""
        english = self.pages.get(SOURCE_LOCALE, {})
        return [self.pages.get(locale, {}).get(n, p) for n, p in english.items() if p.kind == kind]


def read_knowledge_base(root: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """Read everything below the repository root; return it with what is wrong with each file by itself."""
    locales = read_locales(root)
    registers, problems = read_registers(root)
    strings, string_problems = check_strings(root, locales)
    problems += string_problems
    problems += check_files(root, locales)
    pages: dict[str, dict[str, Page]] = {}
    for locale in locales:
        pages[locale] = {}
        for file in page_files(root, locale):
            source, found = read_source(file, root)
            english = None if locale == SOURCE_LOCALE else pages[SOURCE_LOCALE].get(source.page)
            page, more = parse_page(source, english.source if english else None)
            # A file that could not be read has one problem, not a second for everything it therefore lacks.
            problems += found + (more if source.front_matter or not found else [])
            pages[locale][source.page] = page
    markers = frozenset(p.stem for p in (root / "overrides" / "markers").glob("*.html"))
    return KnowledgeBase(root, locales, pages, registers, strings, markers), problems


def parse_page(source: Source, english: Source | None) -> tuple[Page, list[Problem]]:
    """Take one source apart, with the problems that need no other page."""
    front_matter, problems = check_front_matter(source, english)
    sections, section_problems = parse_sections(source)
    blocks, block_problems = parse_blocks(source)
    page = Page(source, kind_of(source.page), front_matter, tuple(sections), tuple(blocks))
    return page, problems + section_problems + block_problems
