"""The catalogue of one language: cases by country with their facets, and what its scripts load when it is wanted.

The page holds every case as a card. `case-studies/catalogue.json` beside it holds the same cases in more detail, worded
in the page's language, for the table, the comparison, the map and “places like mine”.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from colabora.catalogue.facets import CURRENCY, Facet, closed_set, make_facets, values_of
from colabora.catalogue.outlines import project
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.publishing.addresses import address_of, relative_href
from colabora.publishing.navigation import collation_key
from colabora.schemas import CaseStudyFrontMatter, Funding, Price
from colabora.strings import Strings

PAGE = "case-studies/index.md"
FILE = "catalogue.json"  # beside the page
# What the comparison shows, in topics of rows; the words of a row are `case.<row>` or `catalogue.<row>`.
TOPICS = {
    "where": ("place", "setting", "population"),
    "when": ("started", "opened", "closed", "status"),
    "building": ("place-type", "host", "area", "desks"),
    "money": ("prices", "funding"),
    "who": ("founder-type", "operator", "legal-form"),
    "outcome": ("worked", "failed"),
}
OWN_WORDS = frozenset(("worked", "failed"))
SECTIONS = {"worked": "what-worked", "failed": "what-did-not"}
PEOPLE = (500, 2000, 5000, 20_000)  # inhabitants: upper limits of the sizes of places
MONEY = (10_000, 100_000, 1_000_000)  # EUR: upper limits of what a place may begin with
COST = "total-cost"  # id of a figure that says what a place cost in all


@dataclass(frozen=True)
class Entry:
    """A case as the catalogue shows it."""

    page: Page
    case: CaseStudyFrontMatter
    values: str


@dataclass(frozen=True)
class Country:
    """The cases of a country."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Catalogue:
    """All cases by country, and the facets to choose them by."""

    countries: tuple[Country, ...]
    facets: tuple[Facet, ...]
    count: int


def make_catalogue(base: KnowledgeBase, locale: str) -> Catalogue:
    """Return the catalogue as the readers of a language see it."""
    words = base.strings[locale]
    entries = sorted(_entries(base, locale), key=lambda e: (collation_key(words.country(e.case.country)), _name(e)))
    groups = groupby(entries, key=lambda entry: words.country(entry.case.country))
    return Catalogue(
        countries=tuple(Country(name, tuple(group)) for name, group in groups),
        facets=make_facets(base, locale, (entry.case for entry in entries)),
        count=len(entries),
    )


def _entries(base: KnowledgeBase, locale: str) -> Iterable[Entry]:
    for page in base.of_kind(Kind.CASE_STUDY, locale):
        if isinstance(case := page.front_matter, CaseStudyFrontMatter):
            values = " ".join(f"{name}:{value}" for name, found in values_of(case).items() for value in found)
            yield Entry(page, case, values)


def _name(entry: Entry) -> str:
    return collation_key(entry.case.name)


def catalogue_to_json(base: KnowledgeBase, locale: str) -> str:
    """Return what the scripts of the catalogue load: words, rows of the comparison, and every case in detail."""
    words = base.strings[locale]
    rows = {
        row: words(f"{'catalogue' if row in OWN_WORDS else 'case'}.{row}") for rows in TOPICS.values() for row in rows
    }
    content = {
        "words": words.section("catalogue"),
        "topics": [{"title": words(f"catalogue.topic-{t}"), "rows": list(rows)} for t, rows in TOPICS.items()],
        "rows": rows,
        "unknown": words("case.not-found"),
        "options": _options(words),
        "cases": [
            _case(base, locale, e) for country in make_catalogue(base, locale).countries for e in country.entries
        ],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _options(words: Strings) -> dict[str, list[tuple[str, str]]]:
    """Return what a reader may say of the own place: values and texts, those no case has included."""
    low, *_, high = (words.money(limit, CURRENCY) for limit in MONEY)
    between = [
        (str(b), words("catalogue.money-between", amount=words.money(a, CURRENCY), high=words.money(b, CURRENCY)))
        for a, b in pairwise(MONEY)
    ]
    return {
        "host": [(value, words(f"host.{value}")) for value in closed_set("host")],
        "founder": [(value, words(f"founder-type.{value}")) for value in closed_set("founder_type")],
        "sizes": [(str(limit), words.number(limit)) for limit in PEOPLE],
        "money": [
            (str(MONEY[0]), words("catalogue.money-to", amount=low)),
            *between,
            ("over", words("catalogue.money-over", amount=high)),
        ],
    }


def _case(base: KnowledgeBase, locale: str, entry: Entry) -> dict[str, Any]:
    words, case, money = base.strings[locale], entry.case, money_of(entry.case)
    found = {
        "slug": entry.page.slug,
        "name": case.name,
        "href": relative_href(address_of(locale, PAGE), address_of(locale, entry.page.name)),
        "kind": words(f"case-kind.{case.kind}"),
        "status": case.status,
        "facts": {name: text for name, text in _facts(words, case).items() if text},
        "sections": {row: part for row, part in SECTIONS.items() if any(s.id == part for s in entry.page.sections)},
        "population": case.population,
        "people": words.number(case.population) if case.population else None,
        "setting": case.setting,
        "host": case.host,
        "founder": case.founder_type,
        "money": money,
        "moneyText": words.money(money, CURRENCY) if money else None,
        "sites": _sites(words, case),
    }
    return {name: value for name, value in found.items() if value not in (None, [], {})}


def _facts(words: Strings, case: CaseStudyFrontMatter) -> dict[str, str | list[str]]:
    site = case.sites[0] if len(case.sites) == 1 else None
    places = ", ".join(dict.fromkeys(s.place for s in case.sites)) if len(case.sites) < 3 else ""
    as_of = f" ({words('case.as-of', date=words.day(case.status_as_of))})" if case.status_as_of else ""
    form = f"operator.{case.legal_form}"
    return {
        "place": ", ".join(part for part in (places, words.country(case.country)) if part),
        "setting": words(f"setting.{case.setting}") if case.setting else "",
        "population": words.count("case.inhabitants", case.population) if case.population else "",
        "started": str(case.started or ""),
        "opened": words.day(site.opened) if site and site.opened else "",
        "closed": words.day(site.closed) if site and site.closed else "–" if case.status == "open" else "",
        "status": words(f"status.{case.status}") + as_of,
        "place-type": words(f"place-type.{case.place_type}") if case.place_type else "",
        "host": words(f"host.{case.host}") if case.host else "",
        "area": [f"{words.number(s.area_m2)} m²" for s in case.sites if s.area_m2],
        "desks": [words.number(s.desks) for s in case.sites if s.desks],
        "prices": [_price(words, price) for price in case.prices],
        "funding": [_funding(words, money) for money in case.funding],
        "founder-type": words(f"founder-type.{case.founder_type}") if case.founder_type else "",
        "operator": words(f"operator.{case.operator}") if case.operator else "",
        "legal-form": words(form) if form in words.texts else case.legal_form or "",
    }


def _price(words: Strings, price: Price) -> str:
    amount = words(f"price-unit.{price.unit}", amount=words.money(price.amount, price.currency))
    return _noted(f"{amount} ({price.year}; {words('case.vat')}: {words(f'vat.{price.vat}')})", price.note)


def _funding(words: Strings, money: Funding) -> str:
    amount = words.money(money.amount, money.currency)
    return _noted(f"{amount} – {words(f'funding-source.{money.source_type}')} ({money.year})", money.note)


def _noted(text: str, note: str | None) -> str:
    return f"{text}. {note}" if note else text


def money_of(case: CaseStudyFrontMatter) -> float | None:
    """Return the largest sum known for one place, in euros: what it cost or what it was given.

    The money of a network or programme went to many places and says nothing about one.
    """
    if case.kind not in ("space", "event"):
        return None
    costs = [figure.value for figure in case.figures if figure.id == COST and figure.unit == CURRENCY]
    grants = [money.amount for money in case.funding if money.currency == CURRENCY]
    return max([*costs, *grants], default=None)


def _sites(words: Strings, case: CaseStudyFrontMatter) -> list[dict[str, Any]]:
    """Return the sites with coordinates: name, place, status, and where they lie on the map."""
    found = []
    for site in case.sites:
        if site.coordinates:
            x, y = project(*site.coordinates)
            status = site.status or case.status
            place = {"name": site.name, "place": site.place, "status": status, "text": words(f"status.{status}")}
            found.append({**place, "x": round(x, 1), "y": round(y, 1)})
    return found
