"""Exports: the body of `/data/translations.json`, which says the same as the status page."""

from __future__ import annotations

from collections.abc import Mapping

from colabora.translations.coverage import Coverage
from colabora.translations.freshness import PageFreshness


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
