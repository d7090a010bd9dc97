"""Case studies as readers of a language see them, with the practices that cite them.

Takes in the knowledge base, spits out `CaseStudy(slug="skola6", …, practices=(Citation(practice=…, verdict="confirms"),))`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.publishing.addresses import address_of
from colabora.schemas import KEYED_LISTS, CaseStudyFrontMatter, PracticeFrontMatter

FOLDER = "case-studies"


@dataclass(frozen=True)
class Citation:
    """What a practice says of a case: its page and note in the reader's language, as far as they are translated."""

    practice: Page
    verdict: Literal["confirms", "contradicts", "complicates"]
    note: str
    note_locale: str


@dataclass(frozen=True)
class CaseStudy:
    """A case as readers of a language see it: `page` is the translation, or the English page."""

    slug: str
    page: Page
    front_matter: CaseStudyFrontMatter
    practices: tuple[Citation, ...]
    reader: str

    @property
    def address(self) -> str:
        """Return the address below the site in the reader's language (`lv/case-studies/skola6/`)."""
        return address_of(self.reader, self.page.name)


def case_studies(base: KnowledgeBase, locale: str) -> tuple[CaseStudy, ...]:
    """Return all cases as readers of a language see them, by name."""
    cited = citations(base, locale)
    cases = (
        CaseStudy(page.slug, page, page.front_matter, cited.get(page.slug, ()), locale)
        for page in base.of_kind(Kind.CASE_STUDY, locale)
        if isinstance(page.front_matter, CaseStudyFrontMatter)
    )
    return tuple(sorted(cases, key=lambda case: (case.front_matter.name.casefold(), case.slug)))


def citations(base: KnowledgeBase, locale: str) -> Mapping[str, tuple[Citation, ...]]:
    """Return what the practices say of each case, by its slug and in the order of the practices."""
    found: dict[str, list[Citation]] = defaultdict(list)
    for practice in base.of_kind(Kind.PRACTICE, locale):
        if not isinstance(practice.front_matter, PracticeFrontMatter):
            continue
        for evidence in practice.front_matter.evidence:
            note_locale = locale if is_translated(practice, "evidence", evidence.case) else SOURCE_LOCALE
            found[evidence.case].append(Citation(practice, evidence.verdict, evidence.note, note_locale))
    return {slug: tuple(own) for slug, own in found.items()}


def is_translated(page: Page, name: str, key: str) -> bool:
    """Tell whether a page gives the text of an entry in a keyed list itself, rather than inheriting it."""
    if page.locale == SOURCE_LOCALE:
        return False
    identifier, text = KEYED_LISTS[name]
    entries = page.source.front_matter.get(name)
    own = [e for e in entries if isinstance(e, dict)] if isinstance(entries, list) else []
    return any(e.get(identifier) == key and e.get(text) for e in own)
