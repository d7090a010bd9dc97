from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from colabora.cli import main
from colabora.knowledge_base import read_knowledge_base
from colabora.translations.freshness import page_freshness, section_digests, stamped_digests
from colabora.translations.model import BEGINNING, FRONT_MATTER, Status
from colabora.translations.stamping import stamp_text
from translated_world import LIST, ROOMS, edit

DIGESTS = {FRONT_MATTER: "0123456789012345", "costs": "12345e6789012345"}
STAMP = (
    'translation:\n  status: machine\n  source:\n    _front-matter: "0123456789012345"\n    costs: "12345e6789012345"\n'
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\ntranslation: {status: machine}\n", f"title: A\n{STAMP}"),
        ("title: A\n", f"title: A\n{STAMP}"),
        (
            "translation:\n  status: machine\n  source: {x: \"0123456789012345\"}\n\n# kept\ntitle:   'A'\n",
            f"{STAMP}\n# kept\ntitle:   'A'\n",
        ),
        ("translation: {\n  status: machine,\n  }\ntitle: A\n", f"{STAMP}title: A\n"),
        ("translation:\ntitle: A\n", f"{STAMP}title: A\n"),
        (
            "translation: {status: reviewed, reviewer: 'Līga: K.'}\ntitle: A\n",
            STAMP.replace("status: machine\n", "status: reviewed\n  reviewer: 'Līga: K.'\n") + "title: A\n",
        ),
    ],
)
def test_only_the_lines_of_the_translation_change(before: str, after: str) -> None:
    body = "---\nText  \n\n\ttranslation: not this one\n---\nno newline at the end"
    assert stamp_text(f"---\n{before}{body}", DIGESTS) == f"---\n{after}{body}"
    assert stamp_text(f"---\n{after}{body}", DIGESTS) == f"---\n{after}{body}"


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    text = "\ufeff---\r\ntitle: A\r\n---\r\nText\r\n"
    assert stamp_text(text, {}) == text.replace(
        "---\r\nText", "translation:\r\n  status: machine\r\n  source:\r\n---\r\nText"
    )


def test_digests_are_text_whatever_their_digits() -> None:
    found = yaml.safe_load(stamp_text("---\ntitle: A\n---\n", DIGESTS).split("---")[1])
    assert found["translation"]["source"] == DIGESTS


def stamp(world: Path, *arguments: str) -> int:
    return main(["--root", str(world), "translations", "stamp", *arguments])


def statuses(world: Path, locale: str, name: str) -> dict[str, Status]:
    base, _ = read_knowledge_base(world)
    found = page_freshness(base.pages["en"][name], base.pages[locale].get(name), locale)
    return {s.id: s.status for s in found.sections}


def test_stamping_again_changes_no_byte(world: Path) -> None:
    before = {p: p.read_bytes() for p in (world / "docs").rglob("*.*")}
    assert stamp(world, "lv", "de", "fr", "es") == 0
    assert {p: p.read_bytes() for p in (world / "docs").rglob("*.*")} == before


def test_a_translation_that_disagrees_is_not_stamped(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = world / "docs/de" / ROOMS
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text[: text.index("  source:")] + text[text.index("---\n", 4) :].replace("12,50", "13,50"), encoding="utf-8"
    )
    before = file.read_bytes()
    assert stamp(world, str(file)) == 1
    assert file.read_bytes() == before
    assert f"docs/de/{ROOMS}:" in capsys.readouterr().out
    assert set(statuses(world, "de", ROOMS).values()) == {Status.OUTDATED}


def test_one_section_can_be_stamped_while_another_disagrees(world: Path) -> None:
    edit(world / "docs/en" / ROOMS, "Two of three people", "Nearly all people")
    edit(world / "docs/de" / ROOMS, "12,50", "13,50")
    edit(world / "docs/de" / ROOMS, "Zwei von 3 Menschen", "Fast alle Menschen")
    assert stamp(world, str(world / "docs/de" / ROOMS), "--section", "voices") == 0
    assert statuses(world, "de", ROOMS)["voices"] is Status.CURRENT


def test_a_changed_section_is_not_stamped_by_the_way(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(world / "docs/en" / ROOMS, "Heating is included", "Heating and light are included")
    assert stamp(world, "lv") == 0
    assert statuses(world, "lv", ROOMS)["costs"] is Status.OUTDATED
    assert "costs" in capsys.readouterr().out
    assert stamp(world, "lv", "--changed") == 0
    assert set(statuses(world, "lv", ROOMS).values()) == {Status.CURRENT}


def test_a_change_without_a_change_of_meaning_is_stamped_as_it_is(world: Path) -> None:
    edit(world / "docs/en" / ROOMS, "would come again", "would come back")
    file = world / "docs/fr" / ROOMS
    body = file.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert stamp(world, f"docs/fr/{ROOMS}", "--section", "voices") == 0
    assert set(statuses(world, "fr", ROOMS).values()) == {Status.CURRENT}
    assert file.read_text(encoding="utf-8").split("---\n", 2)[2] == body


def test_a_new_english_section_stays_missing_and_one_that_was_dropped_loses_its_stamp(world: Path) -> None:
    edit(
        world / "docs/en" / LIST,
        "## What to do with it {#use}",
        "## New {#new}\n\nText.\n\n## What to do with it {#later}",
    )
    assert statuses(world, "lv", LIST) == {
        FRONT_MATTER: Status.CURRENT,
        "for-whom": Status.CURRENT,
        "list": Status.CURRENT,
        "new": Status.MISSING,
        "later": Status.MISSING,
        "use": Status.OUTDATED,
    }
    file = world / "docs/lv" / LIST
    file.write_text(file.read_text(encoding="utf-8").partition("## Ko ar to darīt")[0], encoding="utf-8")
    assert stamp(world, "lv") == 0
    base, _ = read_knowledge_base(world)
    assert stamped_digests(base.pages["lv"][LIST]).keys() == {FRONT_MATTER, "for-whom", "list"}


def test_front_matter_is_followed_and_aliases_are_not(world: Path) -> None:
    edit(world / "docs/en" / LIST, "roles: [manager]", "roles: [manager]\naliases: [premises]")
    assert set(statuses(world, "lv", LIST).values()) == {Status.CURRENT}
    edit(world / "docs/en" / LIST, "Three checks to make", "Three checks to be made")
    assert [k for k, s in statuses(world, "lv", LIST).items() if s is Status.OUTDATED] == [FRONT_MATTER]


def test_white_space_makes_no_section_outdated(world: Path) -> None:
    edit(world / "docs/en" / ROOMS, "- Heating is included.\n", "- Heating is\n  included.   \n")
    assert statuses(world, "lv", ROOMS)["costs"] is Status.CURRENT


def test_a_section_has_the_digest_of_its_english_text_alone(world: Path) -> None:
    base, _ = read_knowledge_base(world)
    digests = section_digests(base.pages["en"][ROOMS])
    assert list(digests) == [FRONT_MATTER, BEGINNING, "costs", "voices"]
    assert stamped_digests(base.pages["es"][ROOMS]) == digests


@pytest.mark.parametrize("target", ["xx", "en", "docs/lv/about/nowhere.md", "/etc/passwd", "README.md"])
def test_what_is_no_translation_is_refused(world: Path, target: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert stamp(world, target) == 2
    assert target in capsys.readouterr().err


def test_a_section_that_is_not_there_is_refused(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert stamp(world, f"docs/lv/{ROOMS}", "--section", "prices") == 2
    assert "prices" in capsys.readouterr().err
