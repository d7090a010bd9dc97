"""Synthetic cases: as many as a test of speed or of rare values wants, the same ones every time.

`synthetic_cases(1000)` yields front matter; `write_cases(root, 1000)` writes pages with their fixed parts into a
repository. Run it to fill a copy of the repository: `python tests/synthetic_cases.py FOLDER 1000`.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from colabora.kinds import FIXED_PARTS, Kind, Stage

COUNTRIES = {  # with a box of latitudes and longitudes that lies in each
    "LV": (56.4, 57.4, 22.0, 26.5), "DE": (48.5, 53.5, 8.0, 13.5), "FR": (44.0, 49.0, 0.0, 5.5),
    "ES": (38.0, 42.5, -7.0, 0.0), "IE": (52.2, 54.5, -9.0, -7.0), "GB": (51.5, 54.5, -3.5, -0.5),
}  # fmt: skip
SETTINGS = {
    "village": (20, 3_000),
    "small-town": (3_000, 15_000),
    "town": (15_000, 60_000),
    "region": (20_000, 400_000),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "kind": ("space", "space", "space", "network", "programme", "event"),
    "status": ("open", "open", "closed", "changed", "unknown"),
    "place_type": (
        "classic", "commuter-harbour", "bottom-hub", "retreat", "workation", "new-village-centre", "integrated-live-work",
    ),
    "founder_type": ("company-spin-off", "committed-community", "municipality", "business-promotion"),
    "host": (
        "library", "school", "farm", "community-centre", "shop", "municipal", "own-building", "hotel", "business", "other",
    ),
    "operator": (
        "municipality", "association", "company", "cooperative", "foundation", "public-agency", "volunteers", "other",
    ),
}  # fmt: skip
UNITS = {"day": (8, 30), "month": (40, 300), "m2-month": (3, 15)}
CURRENCY = {"GB": "GBP"}
SOURCE = "synthetic"


def synthetic_cases(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Yield the front matter of cases with a key `slug`; about a third of what may be unknown is left out."""
    chance = random.Random(seed)
    for number in range(1, count + 1):
        yield _case(chance, number)


def _case(chance: random.Random, number: int) -> dict[str, Any]:
    country = chance.choice(tuple(COUNTRIES))
    setting = chance.choice(tuple(SETTINGS))
    kind, status = chance.choice(CHOICES["kind"]), chance.choice(CHOICES["status"])
    year = chance.randint(2010, 2026)
    optional: dict[str, Any] = {
        "setting": setting,
        "population": chance.randint(*SETTINGS[setting]),
        "started": year,
        **{name: chance.choice(CHOICES[name]) for name in ("place_type", "founder_type", "host", "operator")},
        "prices": _prices(chance, CURRENCY.get(country, "EUR"), year),
        "funding": _funding(chance, CURRENCY.get(country, "EUR"), year),
        "figures": _figures(chance, year),
    }
    return {
        "slug": f"synthetic-{number:04}",
        "title": f"Synthetic place {number:04}",
        "description": f"Made up for a test of speed: a {kind} number {number:04} in a {setting}, {status}.",
        "kind": kind,
        "name": f"Synthetic place {number:04} {chance.choice(('Ābeļziedi', 'Café Œuvre', 'Straße', 'Ñandú', 'Barn'))}",
        "country": country,
        **{name: value for name, value in optional.items() if chance.random() < 0.67},
        "sites": [_site(chance, country, status, n) for n in range(chance.choice((1, 1, 1, 2, 4)))],
        "status": status,
        "status_as_of": str(chance.randint(year, 2026)),
        "stages": sorted(chance.sample([str(s) for s in Stage], chance.randint(1, 4))),
        "sources": [SOURCE],
        "provenance": "public-sources",
        "last_checked": f"{chance.choice((2024, 2025, 2026))}-06-15",
    }


def _site(chance: random.Random, country: str, status: str, number: int) -> dict[str, Any]:
    south, north, west, east = COUNTRIES[country]
    site: dict[str, Any] = {"name": f"Site {number + 1}", "place": f"Place {chance.randint(1, 999)}", "status": status}
    if chance.random() < 0.9:
        site["coordinates"] = [round(chance.uniform(south, north), 2), round(chance.uniform(west, east), 2)]
    if chance.random() < 0.6:
        site |= {"area_m2": chance.randint(20, 1_500), "desks": chance.randint(2, 80)}
    return site


def _prices(chance: random.Random, currency: str, year: int) -> list[dict[str, Any]]:
    units = chance.sample(tuple(UNITS), chance.randint(1, 2))
    return [
        {"id": f"price-{u}", "amount": chance.randint(*UNITS[u]), "currency": currency, "unit": u, "year": year,
         "source": SOURCE}
        for u in units
    ]  # fmt: skip


def _funding(chance: random.Random, currency: str, year: int) -> list[dict[str, Any]]:
    source = chance.choice(("eu", "state", "region", "municipality", "private", "own"))
    amount = chance.randint(1, 900) * 1_000
    return [
        {"id": "grant", "source_type": source, "amount": amount, "currency": currency, "year": year, "source": SOURCE}
    ]


def _figures(chance: random.Random, year: int) -> list[dict[str, Any]]:
    return [
        {"id": "members-after-one-year", "what": "Members after a year", "value": chance.randint(0, 60),
         "unit": "members", "as_of": str(min(year + 1, 2026)), "source": SOURCE}
    ]  # fmt: skip


def write_cases(root: Path, count: int, seed: int = 1) -> None:
    """Write cases as English pages into a repository, and enter their one source into its register."""
    folder = root / "docs/en/case-studies"
    folder.mkdir(parents=True, exist_ok=True)
    for values in synthetic_cases(count, seed):
        front_matter = {k: v for k, v in values.items() if k != "slug"}
        (folder / f"{values['slug']}.md").write_text(case_page(front_matter), encoding="utf-8")
    register = root / "docs/en/about/sources.yml"
    register.parent.mkdir(parents=True, exist_ok=True)
    known = register.read_text(encoding="utf-8") if register.is_file() else ""
    if f"key: {SOURCE}\n" not in known:
        entry = {"key": SOURCE, "url": "https://example.org/made-up", "title": "Made up", "accessed": "2026-11-24"}
        register.write_text(f"{known}{yaml.safe_dump([{**entry, 'strength': 'weak'}], sort_keys=False)}", "utf-8")


def case_page(front_matter: dict[str, Any]) -> str:
    """Return the page of a case with its fixed parts, which all say that it is made up."""
    parts = "\n".join(f"## Part {part} {{#{part}}}\n\nMade up[^{SOURCE}].\n" for part in FIXED_PARTS[Kind.CASE_STUDY])
    return f"---\n{yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False)}---\n{parts}"


if __name__ == "__main__":
    write_cases(Path(sys.argv[1]), int(sys.argv[2]))
