"""The small world with two cases, one of them translated in part, and a practice that cites both."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from small_world import make_world
from synthetic_cases import case_page

FORGE: dict[str, object] = {
    "title": "=cmd, the old forge",
    "description": "A forge with six desks; made up for a test, with every field that a case may have.",
    "aliases": ["the smithy"],
    "kind": "space",
    "name": "-1+1 & Ķēve",
    "country": "LV",
    "setting": "village",
    "population": 900,
    "started": 2019,
    "sites": [
        {"name": "Forge", "place": "Līči", "coordinates": [56.5, -24.1], "opened": "2019-07", "status": "open",
         "area_m2": 80.5, "desks": 6},
        {"name": "Barn", "place": "Līči", "closed": "2021"},
    ],
    "status": "open",
    "status_as_of": "2024",
    "place_type": "classic",
    "founder_type": "municipality",
    "host": "other",
    "operator": "association",
    "prices": [
        {"id": "day", "amount": 12, "currency": "EUR", "unit": "day", "year": 2020, "source": "report",
         "note": "@home price"},
        {"id": "month", "amount": 90.5, "currency": "GBP", "unit": "month", "year": 2021, "vat": "included",
         "source": "report", "note": "Not translated."},
    ],
    "funding": [
        {"id": "grant", "source_type": "eu", "amount": 20000, "currency": "EUR", "year": 2019, "source": "report"},
    ],
    "figures": [
        {"id": "members-after-one-year", "what": "Members after a year", "value": 15, "unit": "members",
         "as_of": "2020-07", "source": "report"},
    ],
    "stages": ["test", "open"],
    "sources": ["report"],
    "provenance": "public-sources",
    "photos": [
        {"file": "forge.jpg", "alt": "Six desks under a beam", "credit": "A. Smith", "licence": "CC BY 4.0",
         "people_shown": True, "consent": "written, 2024"},
    ],
    "last_checked": "2025-11-24",
}  # fmt: skip
EMPTY: dict[str, object] = {
    "title": "Almost nothing",
    "description": "A case of which nothing is known but that it was there once.",
    "kind": "network",
    "name": "Almost nothing",
    "country": "DE",
    "status": "unknown",
    "stages": ["last"],
    "sources": ["report"],
    "provenance": "public-sources",
    "last_checked": "2026-11-24",
}
TRANSLATION: dict[str, object] = {
    "title": "Vecā smēde",
    "description": "Smēde ar sešām darba vietām; izdomāta pārbaudei, ar visiem laukiem.",
    "prices": [{"id": "day", "note": "Cena mājiniekiem"}],
    "figures": [{"id": "members-after-one-year", "what": "Dalībnieki pēc gada"}],
    "photos": [{"file": "forge.jpg", "alt": "Seši galdi zem sijas"}],
    "translation": {"status": "machine"},
}
PHOTO = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffd9")
PRACTICE = """---
title: Ask first
description: A practice made for a test that cites both of the cases.
stage: test
roles: [manager]
effort: a day
evidence:
  - case: forge
    verdict: confirms
    note: They asked first.
  - case: nothing
    verdict: contradicts
    note: "Nobody asked, and it went on."
sources: [report]
---
Text about the [forge](case:forge), and of [nothing](../../case-studies/nothing.md)[^report].

## When to use {#when-to-use}

A

## When not to use {#when-not-to-use}

B

## Steps {#steps}

C

## Elsewhere {#elsewhere}

D

## Pitfalls {#pitfalls}

Said of pitfalls.

## Sources {#sources}

Good ones.
"""


def make_case_world(root: Path) -> Path:
    """Write the world into an empty folder."""
    make_world(root)
    pages = {
        "en/case-studies/forge.md": _with_source(FORGE),
        "en/case-studies/nothing.md": _with_source(EMPTY),
        "lv/case-studies/forge.md": _with_source(TRANSLATION),
        "en/methodology/test/ask-first.md": PRACTICE,
    }
    for name, text in pages.items():
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / name).write_text(text, encoding="utf-8")
    (root / "docs/en/case-studies/forge.jpg").write_bytes(PHOTO)
    return root


def _with_source(front_matter: Mapping[str, object]) -> str:
    return case_page(dict(front_matter)).replace("[^synthetic]", "[^report]")
