"""Facets: what readers choose cases by, and how many cases have each value.

Takes in a case's front matter, spits out `{"kind": ("space",), "stage": ("listen", "test"), "size": ("to-20",), …}`.
A fact that is not known has no value, so that a choice leaves the case out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args, get_type_hints

from colabora.kinds import Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.schemas import CaseStudyFrontMatter, Price
from colabora.strings import Strings

# Upper limits of the bands, the last of which is open.
DESKS = (8, 20)
DAY_PRICE = 15  # EUR
MONTH_PRICES = (100, 250)  # EUR
SIZES = ("to-8", "to-20", "over-20")
PRICES = ("day-to", "day-over", "month-to", "month-between", "month-over", "m2-month")
CURRENCY = "EUR"  # of the price bands; prices in others have a band only when there is a rate to trust


def closed_set(name: str) -> tuple[str, ...]:
    """Return the values of a closed field of the schema, in its order."""
    hint = get_type_hints(CaseStudyFrontMatter)[name]
    literals = [part for part in get_args(hint) if part is not type(None)]
    return tuple(value for part in literals for value in (get_args(part) or (part,)))


def size_of(desks: int) -> str:
    """Return the band of a number of desks."""
    return next((band for band, limit in zip(SIZES, DESKS, strict=False) if desks <= limit), SIZES[-1])


def price_of(price: Price) -> str | None:
    """Return the band of a price, or None where it is in another currency."""
    if price.currency != CURRENCY:
        return None
    match price.unit:
        case "day":
            return "day-to" if price.amount <= DAY_PRICE else "day-over"
        case "month":
            low, high = MONTH_PRICES
            return "month-to" if price.amount <= low else "month-between" if price.amount <= high else "month-over"
    return price.unit


FACETS: Mapping[str, Callable[[CaseStudyFrontMatter], Iterable[str | None]]] = {
    "kind": lambda case: [case.kind],
    "country": lambda case: [case.country],
    "setting": lambda case: [case.setting],
    "stage": lambda case: case.stages,
    "place-type": lambda case: [case.place_type],
    "host": lambda case: [case.host],
    "founder-type": lambda case: [case.founder_type],
    "status": lambda case: [case.status],
    "size": lambda case: [size_of(site.desks) for site in case.sites if site.desks],
    "price": lambda case: [price_of(price) for price in case.prices],
}


def values_of(case: CaseStudyFrontMatter) -> dict[str, tuple[str, ...]]:
    """Return the values of a case by facet."""
    return {name: tuple(dict.fromkeys(str(v) for v in read(case) if v)) for name, read in FACETS.items()}


@dataclass(frozen=True)
class Choice:
    """A value of a facet in the reader's language, with the number of cases that have it."""

    value: str
    text: str
    count: int
    lang: str | None = None  # where the text is not in the reader's language


@dataclass(frozen=True)
class Facet:
    """A facet with those of its values that some case has."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def make_facets(base: KnowledgeBase, locale: str, cases: Iterable[CaseStudyFrontMatter]) -> tuple[Facet, ...]:
    """Return the facets of cases as a reader of a language sees them; one without any value is left out."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for case in cases:
        for name, values in values_of(case).items():
            counts[name].update(values)
    words = base.strings[locale]
    facets = (
        Facet(name, facet_title(words, name), tuple(_choices(base, words, name, counts[name]))) for name in FACETS
    )
    return tuple(facet for facet in facets if facet.choices)


def facet_title(words: Strings, name: str) -> str:
    """Return what a facet is called."""
    own = {"kind": "kind", "country": "country", "stage": "stage", "size": "size", "price": "price"}
    return words(f"catalogue.{own[name]}") if name in own else words(f"case.{name}")


def _choices(base: KnowledgeBase, words: Strings, name: str, counts: Mapping[str, int]) -> Iterator[Choice]:
    choices = [
        Choice(value, value_text(base, words, name, value), count, _lang(base, words, name, value))
        for value, count in counts.items()
    ]
    order = _order(name)
    yield from sorted(choices, key=lambda c: (order.index(c.value) if c.value in order else 0, c.text))


def _lang(base: KnowledgeBase, words: Strings, name: str, value: str) -> str | None:
    page = base.page(words.locale, f"methodology/{value}/index.md") if name == "stage" else None
    return page.locale if page and page.locale != words.locale else None


def _order(name: str) -> tuple[str, ...]:
    """Return the values of a facet in their own order; countries stand by name."""
    match name:
        case "country":
            return ()
        case "stage":
            return tuple(Stage)
        case "size":
            return SIZES
        case "price":
            return PRICES
    return closed_set(name.replace("-", "_"))


def value_text(base: KnowledgeBase, words: Strings, name: str, value: str) -> str:
    """Return what a value of a facet is called."""
    match name:
        case "country":
            return words.country(value)
        case "stage":
            page = base.page(words.locale, f"methodology/{value}/index.md")
            return page.title if page else value
        case "size":
            limit = words.number(DESKS[SIZES.index(value)] if value != SIZES[-1] else DESKS[-1])
            low = words.number(DESKS[0] + 1)
            return words(f"catalogue.size-{value}", limit=limit, low=low)
        case "price":
            return _price_text(words, value)
        case "kind":
            return words(f"case-kind.{value}")
    return words(f"{name}.{value}")


def _price_text(words: Strings, value: str) -> str:
    amounts = {
        "day-to": (DAY_PRICE, 0),
        "day-over": (DAY_PRICE, 0),
        "month-to": (MONTH_PRICES[0], 0),
        "month-between": MONTH_PRICES,
        "month-over": (MONTH_PRICES[1], 0),
    }
    first, second = (words.money(amount, CURRENCY) for amount in amounts.get(value, (0, 0)))
    return words(f"catalogue.price-{value}", amount=first, high=second)
