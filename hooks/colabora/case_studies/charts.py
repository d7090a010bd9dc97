"""Charts: what can be compared between cases, drawn from the numbers in their front matter and from nothing else.

Takes in the cases of a language, spits out `Chart(bars=(Bar(…),), missing=(CaseStudy,))`; a template draws it. A bar's
`share` is its part of the longest of the chart, in percent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from colabora.case_studies.model import CaseStudy, case_studies, is_translated
from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.schemas import Figure

# Ids of figures that mean the same in every case.
COST_PER_PLACE, TOTAL_COST = "cost-per-place", "total-cost"
MEMBERS, YEARS_TO_OPENING = "members-after-one-year", "years-to-opening"
PRICE_UNITS = ("day", "month", "m2-month")


@dataclass(frozen=True)
class Bar:
    """One value of one case: `what` it counts in the case's own words, `desks` where they are compared with it."""

    case: CaseStudy
    value: float
    year: str
    source: str
    what: str = ""
    what_locale: str = SOURCE_LOCALE
    vat: str = "unknown"
    desks: int | None = None
    share: float = 0
    desks_share: float = 0


@dataclass(frozen=True)
class Chart:
    """Bars in one unit (`years`, `people`, a currency, or a currency and what it buys: `EUR/day`), longest first."""

    unit: str
    bars: tuple[Bar, ...]

    @property
    def count(self) -> int:
        """Return how many cases the chart speaks of."""
        return len({bar.case.slug for bar in self.bars})


@dataclass(frozen=True)
class Charts:
    """The charts of one question, one a unit, and the spaces of which no public source gives an answer."""

    charts: tuple[Chart, ...]
    missing: tuple[CaseStudy, ...]

    @property
    def count(self) -> int:
        """Return how many cases the charts speak of together."""
        return len({bar.case.slug for chart in self.charts for bar in chart.bars})


def charts(base: KnowledgeBase, name: str, locale: str) -> Charts:
    """Return the charts of a question (`cost-per-place`, `members`, `prices`, `years-to-opening`)."""
    cases = case_studies(base, locale)
    bars: dict[str, list[Bar]] = {}
    for unit, bar in (pair for case in cases for pair in QUESTIONS[name](case)):
        bars.setdefault(unit, []).append(bar)
    answered = {bar.case.slug for own in bars.values() for bar in own}
    missing = tuple(c for c in cases if c.front_matter.kind == "space" and c.slug not in answered)
    return Charts(tuple(_chart(unit, bars[unit]) for unit in sorted(bars, key=_order)), missing)


def _order(unit: str) -> tuple[int, str]:
    kind = unit.partition("/")[2]
    return (PRICE_UNITS.index(kind) if kind else 0, unit)


def _chart(unit: str, bars: Iterable[Bar]) -> Chart:
    """Order bars and measure them against the longest."""
    ordered = sorted(bars, key=lambda bar: (-bar.value, bar.case.front_matter.name.casefold(), bar.year))
    longest = max(max(bar.value, bar.desks or 0) for bar in ordered) or 1
    return Chart(
        unit,
        tuple(
            replace(
                bar,
                share=round(100 * bar.value / longest, 1),
                desks_share=round(100 * (bar.desks or 0) / longest, 1),
            )
            for bar in ordered
        ),
    )


def _figures(case: CaseStudy, identifier: str) -> Iterator[Figure]:
    return (figure for figure in case.front_matter.figures if figure.id == identifier)


def _locale_of(case: CaseStudy, name: str, key: str) -> str:
    return case.reader if is_translated(case.page, name, key) else SOURCE_LOCALE


def _bar(case: CaseStudy, figure: Figure) -> Bar:
    return Bar(case, figure.value, figure.as_of, figure.source, figure.what, _locale_of(case, "figures", figure.id))


def _desks(case: CaseStudy) -> int | None:
    """Return the desks of a case whose only site has a known number of them."""
    sites = case.front_matter.sites
    return sites[0].desks if len(sites) == 1 else None


def cost_per_place(case: CaseStudy) -> Iterator[tuple[str, Bar]]:
    """Yield what a place cost: as a figure says, or the whole cost by the desks of the only site."""
    for figure in _figures(case, COST_PER_PLACE):
        yield figure.unit, _bar(case, figure)
    if desks := _desks(case):
        for figure in _figures(case, TOTAL_COST):
            yield figure.unit, replace(_bar(case, figure), value=figure.value / desks)


def members(case: CaseStudy) -> Iterator[tuple[str, Bar]]:
    """Yield the members after one year beside the desks there are for them."""
    for figure in _figures(case, MEMBERS):
        yield "people", replace(_bar(case, figure), desks=_desks(case))


def prices(case: CaseStudy) -> Iterator[tuple[str, Bar]]:
    """Yield every price by currency and by what it buys."""
    for price in case.front_matter.prices:
        locale = _locale_of(case, "prices", price.id)
        bar = Bar(case, price.amount, str(price.year), price.source, price.note or "", locale, price.vat)
        yield f"{price.currency}/{price.unit}", bar


def years_to_opening(case: CaseStudy) -> Iterator[tuple[str, Bar]]:
    """Yield the years from the first step that is known to the opening."""
    for figure in _figures(case, YEARS_TO_OPENING):
        yield "years", _bar(case, figure)


QUESTIONS: dict[str, Callable[[CaseStudy], Iterator[tuple[str, Bar]]]] = {
    "cost-per-place": cost_per_place,
    "members": members,
    "prices": prices,
    "years-to-opening": years_to_opening,
}
