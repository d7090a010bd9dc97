"""Checks of cases, the list of those to look up again, and withdrawal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from case_world import PRACTICE
from colabora.case_studies.checks import check_cases
from colabora.case_studies.exports import case_study_files
from colabora.checks import check
from colabora.cli import main
from colabora.data_files import Release
from colabora.knowledge_base import read_knowledge_base
from colabora.translations.freshness import page_freshness
from colabora.translations.model import Status

FORGE = "docs/en/case-studies/forge.md"
ASK = "docs/en/methodology/test/ask-first.md"
KEPT = "docs/en/about/translated-from.yml"


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def edit(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def rules(root: Path) -> list[tuple[str, str]]:
    return [(p.path, p.rule) for p in check(root)[1] if p.rule != "fixed-part"]


def test_a_photo_has_to_be_there_and_those_it_shows_have_to_agree(root: Path) -> None:
    base, _ = read_knowledge_base(root)
    assert list(check_cases(base)) == []
    (root / "docs/en/case-studies/forge.jpg").unlink()
    edit(root, FORGE, "  consent: written, 2024\n", "")
    base, _ = read_knowledge_base(root)
    found = list(check_cases(base))
    assert [p.rule for p in found] == ["photo-file", "photo-consent"]
    assert {p.line for p in found} == {base.pages["en"]["case-studies/forge.md"].source.line_of("photos.0")}


@pytest.mark.parametrize(
    ("today", "due"),
    [("2026-11-24", []), ("2026-11-25", ["forge"]), ("2027-11-24", ["forge"]), ("2027-11-25", ["forge", "nothing"])],
)
def test_a_case_is_due_when_more_than_a_year_has_gone_by(
    root: Path, capsys: pytest.CaptureFixture[str], today: str, due: list[str]
) -> None:
    assert run(root, "due-checks", "--today", today) == (1 if due else 0)
    lines = capsys.readouterr().out.splitlines()[:-1]
    assert [Path(line.partition(":")[0]).stem for line in lines] == due


@pytest.mark.parametrize(("checked", "due"), [("2024-02-29", True), ("2024-03", True), ("2025", False)])
def test_part_of_a_date_counts_from_its_first_day(
    root: Path, capsys: pytest.CaptureFixture[str], checked: str, due: bool
) -> None:
    edit(root, FORGE, "last_checked: '2025-11-24'", f"last_checked: '{checked}'")
    run(root, "due-checks", "--today", "2025-06-01")
    assert ("forge.md" in capsys.readouterr().out) == due


def withdraw(root: Path, *more: str) -> int:
    return run(root, "withdraw", "forge", "--reason", "asked-by-space", "--date", "2026-11-24", *more)


def test_withdrawing_takes_a_case_and_all_that_refers_to_it_away(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rules(root) == []
    assert withdraw(root) == 0
    assert not any((root / "docs").rglob("forge.*"))
    practice = (root / ASK).read_text(encoding="utf-8")
    assert "forge" not in practice.replace("the forge", "")
    assert "Text about the forge, and of [nothing]" in practice
    assert "case: nothing" in practice
    assert rules(root) == []
    told = capsys.readouterr().out.splitlines()
    assert f"{FORGE}: deleted" in told
    lines = {int(t.split(":")[1]) for t in told if t.startswith(f"{ASK}:")}
    before = PRACTICE.splitlines()
    assert {before[n - 1] for n in lines} == {
        "  - case: forge",
        "Text about the [forge](case:forge), and of [nothing](../../case-studies/nothing.md)[^report].",
    }


def test_a_withdrawn_case_is_gone_from_all_data(root: Path) -> None:
    withdraw(root)
    base, _ = read_knowledge_base(root)
    files = case_study_files(base, Release("1", "2026-11-24T08:00:00Z", "a", "https://example.org/"))
    assert json.loads(files["data/case-studies.geojson"])["features"] == []
    assert {n for n, content in files.items() if not n.endswith("xlsx") and b"orge" in content} == set()


def test_a_dry_run_does_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    assert withdraw(root, "--dry-run") == 0
    assert f"{FORGE}: deleted" in capsys.readouterr().out
    assert {p: p.read_bytes() for p in root.rglob("*") if p.is_file()} == before


def test_the_last_evidence_takes_its_key_along_and_a_link_by_path_goes_too(root: Path) -> None:
    withdraw(root)
    assert run(root, "withdraw", "nothing", "--reason", "mistaken") == 0
    practice = (root / ASK).read_text(encoding="utf-8")
    assert "evidence:" not in practice
    assert "and of nothing[^report]" in practice
    assert rules(root) == []
    assert {w.reason for w in check(root)[0].registers.withdrawals.values()} == {"asked-by-space", "mistaken"}


def test_evidence_on_one_line_is_left_to_a_person(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start, end = PRACTICE.index("evidence:"), PRACTICE.index("sources:")
    flow = "evidence: [{case: forge, verdict: confirms, note: A}, {case: nothing, verdict: confirms, note: B}]\n"
    (root / ASK).write_text(PRACTICE[:start] + flow + PRACTICE[end:], encoding="utf-8")
    assert withdraw(root) == 2
    assert ASK in capsys.readouterr().err
    assert (root / FORGE).is_file()


@pytest.mark.parametrize("slug", ["nowhere", "index", "../about/index"])
def test_what_is_no_case_is_not_withdrawn(root: Path, slug: str) -> None:
    assert run(root, "withdraw", slug, "--reason", "mistaken") == 2


LATVIAN = """---
title: Vispirms jautājiet
description: Prakse pārbaudei, kas atsaucas uz abiem stāstiem un neko citu nedara.
effort: viena diena
evidence:
  - case: forge
    note: Viņi vispirms pajautāja.
  - case: nothing
    note: Neviens nejautāja, un viss turpinājās.
translation:
  status: machine
---
Teksts par [smēdi](case:forge) un par [gandrīz neko](../../case-studies/nothing.md)[^report].

## Kad izmantot {#when-to-use}

Tad, kad vajag.

## Kad neizmantot {#when-not-to-use}

Tad, kad nevajag.

## Soļi {#steps}

Viens solis.

## Citur {#elsewhere}

Tur tāpat.

## Kļūmes {#pitfalls}

Par kļūmēm.

## Avoti {#sources}

Labi avoti.
"""


def test_a_translation_that_was_current_stays_current(root: Path) -> None:
    file = root / "docs/lv/methodology/test/ask-first.md"
    file.parent.mkdir(parents=True)
    file.write_text(LATVIAN, encoding="utf-8")
    assert run(root, "translations", "stamp", str(file)) == 0
    assert "forge" in (root / KEPT).read_text(encoding="utf-8")
    withdraw(root)
    now = file.read_text(encoding="utf-8")
    assert "Teksts par smēdi" in now
    assert "case: forge" not in now
    base, _ = read_knowledge_base(root)
    english, latvian = (base.pages[locale]["methodology/test/ask-first.md"] for locale in ("en", "lv"))
    assert {s.status for s in page_freshness(english, latvian, "lv").sections} == {Status.CURRENT}
    assert "forge)" not in (root / KEPT).read_text(encoding="utf-8"), "not even the translators’ copy keeps it"


def test_nothing_may_come_back_to_the_address_or_refer_to_it(root: Path) -> None:
    page = (root / FORGE).read_bytes()
    photo = (root / FORGE).with_suffix(".jpg").read_bytes()
    withdraw(root)
    (root / FORGE).write_bytes(page)
    (root / FORGE).with_suffix(".jpg").write_bytes(photo)
    assert rules(root) == [(FORGE, "withdrawn-page")]
    (root / FORGE).unlink()
    (root / ASK).write_text(PRACTICE, encoding="utf-8")
    assert {r for _, r in rules(root)} == {"withdrawn-case"}
    assert len(rules(root)) == 2
