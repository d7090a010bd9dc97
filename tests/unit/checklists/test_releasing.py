from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from colabora.checklists.checks import REGISTER
from colabora.checklists.releasing import released_ids_after, released_ids_to_yaml
from colabora.checks import check
from colabora.cli import main
from colabora.knowledge_base import KnowledgeBase
from colabora.registers import ReleasedItem, read_registers
from conftest import ROOT
from small_world import make_world


def test_what_was_released_stays_and_new_items_come_after_it(world: KnowledgeBase) -> None:
    before = world.registers.released_ids
    after = released_ids_after(world, "2.0")
    assert after[: len(before)] == before
    new = after[len(before) :]
    assert {(e.list, e.item) for e in new} == {("premises", i.id) for i in world.checklists["en"]["premises"].items}
    assert {(e.since, e.retired) for e in new} == {("2.0", None)}


def test_a_second_release_of_the_same_lists_adds_nothing(world: KnowledgeBase) -> None:
    once = replace(world, registers=replace(world.registers, released_ids=released_ids_after(world, "2.0")))
    assert released_ids_after(once, "2.1") == once.registers.released_ids


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    entries = (
        ReleasedItem(list="a", item="one", since="1.0"),
        ReleasedItem(list="a", item="two", since="1.0", retired="1.1"),
        ReleasedItem(list="a", item="three", since="1.0", retired="1.10", replaced_by=("one", "four")),
    )
    (tmp_path / REGISTER).parent.mkdir(parents=True)
    (tmp_path / REGISTER).write_text(released_ids_to_yaml(entries), encoding="utf-8")
    registers, problems = read_registers(tmp_path)
    assert (registers.released_ids, problems) == (entries, [])


def test_the_command_writes_the_register_and_keeps_its_comments(tmp_path: Path) -> None:
    root = make_world(tmp_path)
    register = root / REGISTER
    register.write_text("# Why this is here.\n" + register.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["--root", str(root), "release-ids", "2.0"]) == 0
    assert register.read_text(encoding="utf-8").startswith("# Why this is here.\n")
    base, problems = check(root)
    assert problems == []
    known = {(e.list, e.item) for e in base.registers.released_ids}
    assert known >= {(c.id, i.id) for c in base.checklists["en"].values() for i in c.items}
    written = register.read_text(encoding="utf-8")
    assert main(["--root", str(root), "release-ids", "2.1"]) == 0
    assert register.read_text(encoding="utf-8") == written


def test_a_released_item_that_vanished_stops_the_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_world(tmp_path)
    before = (root / REGISTER).read_text(encoding="utf-8") + '\n- {list: premises, item: gone, since: "1.0"}\n'
    (root / REGISTER).write_text(before, encoding="utf-8")
    assert main(["--root", str(root), "release-ids", "2.0"]) == 1
    assert "[item-vanished]" in capsys.readouterr().out
    assert (root / REGISTER).read_text(encoding="utf-8") == before


@pytest.mark.parametrize("version", ["next", "1", "1.0; rm", "v1.0"])
def test_a_version_has_numbers_and_dots(tmp_path: Path, version: str) -> None:
    with pytest.raises(SystemExit):
        main(["--root", str(make_world(tmp_path)), "release-ids", version])


def test_an_item_stands_in_the_register_once(tmp_path: Path) -> None:
    (tmp_path / REGISTER).parent.mkdir(parents=True)
    twice = '- {list: a, item: one, since: "1.0"}\n' * 2
    (tmp_path / REGISTER).write_text(twice, encoding="utf-8")
    assert [p.rule for p in read_registers(tmp_path)[1]] == ["register-duplicate"]


def test_the_real_register_is_there_and_sound() -> None:
    assert (ROOT / REGISTER).is_file()
    assert [p for p in read_registers(ROOT)[1] if p.path == REGISTER] == []
