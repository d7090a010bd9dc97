from __future__ import annotations

import time

from colabora.checks import check
from colabora.kinds import Kind
from conftest import ROOT


def test_the_real_pages_keep_every_rule_and_are_read_in_seconds() -> None:
    begun = time.monotonic()
    base, problems = check(ROOT)
    took = time.monotonic() - begun
    assert [str(p) for p in problems] == []
    assert took < 10
    assert {len(base.of_kind(kind)) > 0 for kind in (Kind.STAGE, Kind.PRACTICE, Kind.CASE_STUDY, Kind.LESSON)} == {True}


def test_every_language_has_the_pages_a_stranger_meets_first() -> None:
    base, _ = check(ROOT)
    doors = ["only-an-idea", "rooms-but-no-people", "private-space", "several-spaces"]
    first = ["index.md", *(f"doors/{d}.md" for d in doors), "methodology/index.md", "take-part/index.md"]
    first += [f"about/{x}.md" for x in ("index", "partners", "privacy", "accessibility", "funding")]
    first += ["contribute/index.md"]
    missing = [f"{x}/{name}" for x in base.locales for name in first if name not in base.pages[x]]
    assert missing == []
