"""Exports: the body of `/data/translations.json`, which says the same as the status page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from colabora.publishing.dates import build_date, version
from colabora.translations.coverage import Coverage
from colabora.translations.freshness import PageFreshness

LICENCE = "CC-BY-SA-4.0"
ADDRESS = "data/translations.json"


def write_coverage(coverages: Mapping[str, Coverage], root: Path, site: Path) -> None:
    """Write the coverage of all languages into a built site."""
    head = {"version": version(root), "generated": build_date(root), "licence": LICENCE}
    file = site / ADDRESS
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**head, **coverage_to_json(coverages)}, ensure_ascii=False, separators=(",", ":"))
    file.write_text(f"{text}\n", encoding="utf-8")


def coverage_to_json(coverages: Mapping[str, Coverage]) -> dict[str, object]:
    """Return `{"locales": {"lv": {"pages": [{path, status, translation_status, sections: [{id, status}]}]}}}`."""
    return {"locales": {x: {"pages": [_page(f) for f in c.pages.values()]} for x, c in coverages.items()}}


def _page(freshness: PageFreshness) -> dict[str, object]:
    return {
        "path": freshness.name,
        "status": freshness.status,
        "translation_status": freshness.origin,
        "sections": [{"id": s.id, "status": s.status} for s in freshness.sections],
    }
