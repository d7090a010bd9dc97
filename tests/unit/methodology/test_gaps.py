from __future__ import annotations

from colabora.checks import check
from colabora.methodology.gaps import find_gaps
from conftest import Repository

SOURCES = """
- {key: strong, url: "https://a.example/", title: A, accessed: "2026-11-24", strength: strong}
- {key: weak, url: "https://b.example/", title: B, accessed: "2026-11-24", strength: weak}
"""


def practice(title: str, *verdicts: tuple[str, str], source: str = "strong") -> str:
    evidence = "".join(f"\n  - {{case: {case}, verdict: {verdict}, note: A note.}}" for case, verdict in verdicts)
    return f"""---
title: {title}
description: A practice made for a test of gaps in evidence.
stage: test
roles: [volunteer]
effort: a day
evidence: {evidence or "[]"}
sources: [{source}]
---
Text.
"""


def test_each_practice_stands_where_its_evidence_is_thin(repository: Repository) -> None:
    pages = {
        "alone": practice("Alone"),
        "once": practice("Once", ("a", "confirms"), ("a", "complicates"), source="weak"),
        "agreed": practice("Agreed", ("a", "confirms"), ("b", "confirms")),
        "disputed": practice("Disputed", ("a", "confirms"), ("b", "contradicts")),
    }
    files = {f"docs/en/methodology/test/{name}.md": text for name, text in pages.items()}
    base, _ = check(repository({"docs/en/index.md": "Text.\n", "docs/en/about/sources.yml": SOURCES, **files}))
    gaps = find_gaps(base, "en")
    assert gaps.practices == 4
    assert [p.slug for p in gaps.without_evidence] == ["alone"]
    assert [p.slug for p in gaps.one_case] == ["once"]
    assert [p.slug for p in gaps.never_questioned] == ["agreed"]
    assert [p.slug for p in gaps.without_strong_source] == ["once"]
    assert gaps.verdicts == {"confirms": 4, "complicates": 1, "contradicts": 1}
