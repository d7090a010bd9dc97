"""The catalogue's page alone, printed with the real templates, styles and scripts, of real or made-up cases."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace

import yaml
from jinja2 import Environment, FileSystemLoader

from colabora.catalogue.model import FILE, PAGE, catalogue_to_json, make_catalogue
from colabora.knowledge_base import KnowledgeBase, parse_page
from colabora.publishing.addresses import address_of
from colabora.publishing.environment import prepare
from colabora.publishing.publish import publish
from colabora.publishing.view import make_site, make_view
from colabora.source import parse_source
from conftest import ROOT

TEMPLATES = ROOT / "overrides"
HTML = '<h2 id="list">List</h2><p>[[case-list]]</p>'
COUNTRIES = {"LV": (56.9, 24.6), "DE": (51.2, 10.4), "FR": (46.6, 2.4), "ES": (40.3, -3.6), "IE": (53.2, -8.1)}
STAGES = ("spark", "listen", "test", "shape", "set-up", "open", "grow", "last")
SIZES = {"village": (100, 1900), "small-town": (2100, 19_000), "town": (21_000, 90_000)}
HEADINGS = "## What worked {#what-worked}\n\nIt did.\n\n## What did not {#what-did-not}\n\nThis.\n"


def print_catalogue(base: KnowledgeBase, folder: Path, locales: Iterable[str] = ("en", "lv")) -> Path:
    """Write the catalogue's page in some languages with all it loads; links to other pages lead nowhere."""
    site = make_site(base, "https://example.org/")
    loader = FileSystemLoader(TEMPLATES)
    known = {
        "case_catalogue": make_catalogue,
        "config": SimpleNamespace(site_name="Test", extra=SimpleNamespace(version="")),
        "address_of": address_of,
    }
    environment = prepare(Environment(loader=loader), site, mkdocs_version="1", site_version="1", **known)
    for locale in locales:
        page = folder / address_of(locale, PAGE)
        page.mkdir(parents=True)
        html = environment.get_template("main.html").render(
            view=make_view(site, locale, PAGE, HTML),
            t=base.strings[locale],
            base=base,
            locale=locale,
            written=base.page(locale, PAGE),
            page=SimpleNamespace(toc=SimpleNamespace(items=[])),
            translation=None,
        )
        (page / "index.html").write_text(html, encoding="utf-8")
        (page / FILE).write_text(catalogue_to_json(base, locale), encoding="utf-8")
    publish(site, folder, environment, is_preview=False)
    return folder


def with_cases(base: KnowledgeBase, many: int) -> KnowledgeBase:
    """Return a knowledge base that has as many made-up English cases instead of its own; the same every time."""
    dice = random.Random(1000)
    pages = {locale: {n: p for n, p in own.items() if p.kind != "case-study"} for locale, own in base.pages.items()}
    for number in range(many):
        text = f"---\n{yaml.safe_dump(_front_matter(dice, number))}---\n\n{HEADINGS}"
        source, _ = parse_source(text.encode(), f"docs/en/case-studies/made-up-{number}.md")
        page, problems = parse_page(source, None)
        assert not problems
        pages["en"][page.name] = page
    return KnowledgeBase(**{**vars(base), "pages": pages})


def _front_matter(dice: random.Random, number: int) -> dict[str, object]:
    """Return one made-up case, in which every third fact is not known, as in the real ones."""
    country = dice.choice(list(COUNTRIES))
    latitude, longitude = (round(x + dice.uniform(-1.5, 1.5), 2) for x in COUNTRIES[country])
    setting = dice.choice(list(SIZES))
    status = dice.choice(("open", "open", "closed", "changed", "unknown"))
    site = {
        "name": f"Place {number}",
        "place": f"Village {number}",
        "coordinates": [latitude, longitude],
        "desks": number % 30 + 1,
    }
    price = {
        "id": "price",
        "amount": number % 400 + 5,
        "currency": "EUR",
        "unit": dice.choice(("day", "month")),
        "year": 2024,
        "source": "made-up",
    }
    grant = {
        "id": "grant",
        "source_type": "eu",
        "amount": number * 1000 + 500,
        "currency": "EUR",
        "year": 2024,
        "source": "made-up",
    }
    maybe = {
        "population": dice.randint(*SIZES[setting]),
        "place_type": dice.choice(("classic", "retreat", "workation")),
        "founder_type": dice.choice(("company-spin-off", "committed-community", "municipality")),
        "host": dice.choice(("library", "school", "farm", "shop")),
        "prices": [price],
        "funding": [grant],
        "sites": [site],
    }
    return {
        "title": f"Case {number}",
        "description": f"A made-up case number {number}, long enough to read like a real one and to fill a card.",
        "kind": dice.choice(("space", "space", "space", "network", "programme")),
        "name": f"Case {number}",
        "country": country,
        "setting": setting,
        "status": status,
        "stages": sorted(dice.sample(STAGES, 3), key=STAGES.index),
        "sources": ["made-up"],
        "provenance": "public-sources",
        "last_checked": "2026-11-24",
        **{name: value for name, value in maybe.items() if dice.random() < 2 / 3},
    }
