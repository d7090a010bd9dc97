"""How much there is of each language, in which order it is worth doing, and what the commands say of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from colabora.cli import main
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from colabora.translations.coverage import Share, make_coverage, part_of
from colabora.translations.model import Origin, Status
from conftest import HEADER, Repository
from translated_world import LESSON, LIST, LOCALES, ROOMS, edit


def run(world: Path, *arguments: str) -> int:
    return main(["--root", str(world), "translations", *arguments])


def test_sections_are_counted_by_status_and_a_hundred_percent_is_all_of_them() -> None:
    assert Share(999, 1, 0).percent == 99
    assert Share(1000, 0, 0).percent == 100
    assert Share(0, 0, 0).percent == 100
    assert (Share(1, 2, 4).total, Share(1, 2, 4).percent) == (7, 14)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_language_is_counted_whole_and_by_part(base: KnowledgeBase, locale: str) -> None:
    coverage = make_coverage(base, locale)
    rest = len(base.pages["en"]) - 3
    assert {s: coverage.count(s) for s in Status} == {Status.MISSING: rest, Status.OUTDATED: 0, Status.CURRENT: 3}
    assert (coverage.count_origin(Origin.MACHINE), coverage.count_origin(Origin.REVIEWED)) == (3, 0)
    assert coverage.whole.current == 12
    assert sum(part.total for part in coverage.parts.values()) == coverage.whole.total
    # The world has no index of its checklists nor of about: their pages are counted with home.
    assert list(coverage.parts) == ["index.md", "methodology/index.md", "training/index.md"]


@pytest.mark.parametrize(
    ("name", "part"),
    [("doors/a.md", "index.md"), ("training/testing/signs.md", "training/index.md"), ("index.md", "index.md")],
)
def test_a_page_belongs_to_the_index_of_its_top_folder(name: str, part: str) -> None:
    assert part_of(name, ("index.md", "training/index.md")) == part


def test_entry_pages_are_worth_most(repository: Repository) -> None:
    stage = "---\ntitle: T{n}\ndescription: A stage made for a test of order.\nnumber: {n}\nquestion: Q\nduration: D\nstart_when: [a]\ndone_when: [b]\n---\nText.\n"
    wanted = [
        "index.md",
        "doors/idea.md",
        "take-part/index.md",
        "methodology/index.md",
        "methodology/spark/index.md",
        "methodology/last/index.md",
        "methodology/spark/practice.md",
        "checklists/index.md",
        "checklists/premises.md",
        "training/index.md",
        "training/role/index.md",
        "training/role/lesson.md",
        "case-studies/index.md",
        "case-studies/skola6.md",
        "contribute/index.md",
        "about/index.md",
        "about/zz.md",
    ]
    files = {f"docs/en/{name}": f"{HEADER.format(title=name)}One two three.\n" for name in reversed(wanted)}
    files["docs/en/methodology/spark/index.md"] = stage.format(n=0)
    files["docs/en/methodology/last/index.md"] = stage.format(n=7)
    root = repository(files)
    base, _ = read_knowledge_base(root)
    work = make_coverage(base, "lv").work
    assert [w.english.name for w in work] == wanted
    # Title, description and text.
    assert work[0].words == 1 + 10 + 3


def test_only_sections_that_are_behind_are_counted_as_work(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(world / "docs/en" / ROOMS, "Two of three people would come again.", "Most would.")
    capsys.readouterr()
    assert run(world, "todo", "lv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split(". ", 1)[1].startswith("docs/lv/index.md: translate")
    # “What people say”, “Ask everyone … away” and “Most would”.
    assert [line.split(". ", 1)[1] for line in lines if ROOMS in line] == [f"docs/lv/{ROOMS}: voices (15 words)"]


def test_status_says_the_same_in_text_and_json(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(world / "docs/en" / ROOMS, "Heating is", "Heating was")
    file = world / "docs/lv" / LESSON
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("  source:\n")] + text[text.index("---\n", 4) :], encoding="utf-8")
    capsys.readouterr()
    assert run(world, "status", "lv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert f"outdated docs/lv/{ROOMS}: costs outdated" in lines
    assert f"current  docs/lv/{LIST}" in lines
    assert f"outdated docs/lv/{LESSON} (never stamped)" in lines
    assert run(world, "status", "--format", "json") == 0
    data = json.loads(capsys.readouterr().out)["locales"]
    assert data.keys() == set(LOCALES)
    pages = {p["path"]: p for p in data["lv"]["pages"]}
    assert {n: pages[n]["status"] for n in (ROOMS, LIST, LESSON)} == {
        ROOMS: "outdated",
        LIST: "current",
        LESSON: "outdated",
    }
    assert {"id": "costs", "status": "outdated"} in pages[ROOMS]["sections"]
    assert pages[ROOMS]["translation_status"] == "machine"
    assert pages["index.md"]["translation_status"] is None


def test_a_page_has_the_worst_status_of_its_sections(world: Path) -> None:
    edit(world / "docs/en" / LIST, "## The list {#list}", "## New {#new}\n\nText.\n\n## The list {#list}")
    edit(world / "docs/en" / LIST, "For the manager.", "For managers.")
    page = make_coverage(read_knowledge_base(world)[0], "es").pages[LIST]
    assert {s.status for s in page.sections} == set(Status)
    assert page.status is Status.MISSING


def test_check_lists_what_stands_in_the_way_of_a_stamp(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(world, "check", *LOCALES) == 0
    line = edit(
        world / "docs/es" / LIST,
        "Medir la velocidad de internet en el lugar",
        "Measure the speed of the internet on site",
    )
    capsys.readouterr()
    assert run(world, "check", str(world / "docs/es" / LIST)) == 1
    assert capsys.readouterr().out.startswith(f"docs/es/{LIST}:{line}: ")


def test_a_reviewed_translation_says_so_with_the_name(world: Path) -> None:
    file = world / "docs/de" / ROOMS
    edit(file, "status: machine", "status: reviewed\n  reviewer: A. Reader")
    page = make_coverage(read_knowledge_base(world)[0], "de").pages[ROOMS]
    assert (page.origin, page.reviewer, page.status) == (Origin.REVIEWED, "A. Reader", Status.CURRENT)


def test_documented_exceptions_let_a_number_differ(world: Path) -> None:
    edit(world / "docs/fr" / ROOMS, "Deux personnes sur trois", "Au 21e siècle, deux personnes sur trois")
    assert run(world, "check", "fr") == 1
    register = world / "docs/en/about/translation-exceptions.yml"
    register.write_text(
        f'- {{page: {ROOMS}, section: voices, locale: fr, number: "21", reason: "No digits in English."}}\n',
        encoding="utf-8",
    )
    assert run(world, "check", "fr") == 0
    assert run(world, "check", "lv") == 0
