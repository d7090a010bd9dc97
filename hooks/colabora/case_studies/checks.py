"""Checks of cases: photos are there and may be shown, and what was withdrawn stays away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem, quote, rule
from colabora.schemas import CaseStudyFrontMatter


@rule("photo-file")
def no_photo(file: str) -> tuple[str, str]:
    """Put the photos that a case names beside its English page.

    Bad: `file: hall.jpg` without `docs/en/case-studies/hall.jpg`

    Good: both
    """
    return f"no photo {quote(file)} beside the English page", "put the file there or delete the entry"


@rule("photo-consent")
def no_consent(file: str) -> tuple[str, str]:
    """Show people only with their consent, and say where it is kept.

    Bad: `people_shown: true` without `consent:`

    Good: `people_shown: true` and `consent: "in writing, May 2026"`
    """
    return f"{quote(file)} shows people without their consent", "add “consent: …” or take another photo"


@rule("withdrawn-page")
def came_back(slug: str, date: str) -> tuple[str, str]:
    """Leave the address of a withdrawn case to its notice.

    Bad: `docs/en/case-studies/forge.md` while `withdrawn-cases.yml` names `forge`

    Good: one of the two
    """
    return f"the case {quote(slug)} was withdrawn on {date}", "delete the page, or revert the commit that withdrew it"


def check_cases(base: KnowledgeBase) -> Iterator[Problem]:
    """Yield what is wrong with photos, and pages at addresses of withdrawn cases."""
    for page in base.of_kind(Kind.CASE_STUDY):
        if withdrawal := base.registers.withdrawals.get(page.slug):
            yield came_back.at(page.path, 1, page.slug, withdrawal.date)
        if isinstance(page.front_matter, CaseStudyFrontMatter):
            yield from _check_photos(base, page, page.front_matter)


def _check_photos(base: KnowledgeBase, page: Page, case: CaseStudyFrontMatter) -> Iterator[Problem]:
    for number, photo in enumerate(case.photos):
        line = page.source.line_of(f"photos.{number}")
        if not (base.root / page.path).with_name(photo.file).is_file():
            yield no_photo.at(page.path, line, photo.file)
        if photo.people_shown and not photo.consent:
            yield no_consent.at(page.path, line, photo.file)


def due_checks(cases: Iterable[Page], today: dt.date) -> list[tuple[Page, str]]:
    """Return the cases whose last check is over a year old, with its date, the oldest first."""
    found = (
        (page, page.front_matter.last_checked)
        for page in cases
        if page.locale == SOURCE_LOCALE and isinstance(page.front_matter, CaseStudyFrontMatter)
    )
    return sorted(((p, d) for p, d in found if _a_year_after(d) < today), key=lambda pair: (pair[1], pair[0].name))


def _a_year_after(date: str) -> dt.date:
    """Return the day a year after a date; of a month or year alone, counted from its first day."""
    day = dt.date.fromisoformat(f"{date}-01-01"[:10])
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # the 29th of February
        return dt.date(day.year + 1, 3, 1)
