from __future__ import annotations

import os
import subprocess
import sys

from colabora.checks import check
from colabora.kinds import Kind
from conftest import ROOT


def test_the_real_pages_keep_every_rule() -> None:
    base, problems = check(ROOT)
    assert [str(p) for p in problems] == []
    assert {len(base.of_kind(kind)) > 0 for kind in (Kind.STAGE, Kind.PRACTICE, Kind.CASE_STUDY, Kind.LESSON)} == {True}


def test_the_whole_site_is_checked_in_seconds() -> None:
    # Processor time of a process of its own: neither coverage nor other tests on the machine count.
    before = os.times()
    subprocess.run([sys.executable, "-m", "colabora.cli", "check"], cwd=ROOT, check=True, capture_output=True)
    after = os.times()
    assert after.children_user + after.children_system - before.children_user - before.children_system < 10


def test_every_language_has_the_pages_a_stranger_meets_first() -> None:
    base, _ = check(ROOT)
    doors = ["only-an-idea", "rooms-but-no-people", "private-space", "several-spaces"]
    first = ["index.md", *(f"doors/{d}.md" for d in doors), "methodology/index.md", "take-part/index.md"]
    first += [f"about/{x}.md" for x in ("index", "partners", "privacy", "accessibility", "funding")]
    first += ["contribute/index.md"]
    missing = [f"{x}/{name}" for x in base.locales for name in first if name not in base.pages[x]]
    assert missing == []
