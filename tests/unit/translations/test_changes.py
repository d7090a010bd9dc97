"""What has changed in English since the stamp, without git: from the register that keeps stamped sections."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from colabora.cli import main
from colabora.knowledge_base import read_knowledge_base
from colabora.translations.freshness import section_digests
from colabora.translations.kept import REGISTER, read_kept
from translated_world import LIST, ROOMS, edit


def run(world: Path, *arguments: str) -> int:
    return main(["--root", str(world), "translations", *arguments])


def git(*arguments: str, cwd: Path) -> None:
    author = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *author, *arguments), cwd=cwd, check=True, capture_output=True)


def test_a_shallow_clone_shows_the_english_change(
    world: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q", cwd=world)
    git("add", ".", cwd=world)
    git("commit", "-q", "-m", "Stamped", cwd=world)
    edit(world / "docs/en" / ROOMS, "Cleaning costs €12.50", "Cleaning costs €13.50")
    git("commit", "-q", "-a", "-m", "Dearer", cwd=world)
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth", "1", world.as_uri(), str(clone), cwd=tmp_path)
    capsys.readouterr()
    assert run(clone, "diff", "lv") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith(("docs/", "- ", "-- ", "+- "))] == [
        f"docs/en/{ROOMS}#costs: changed since the stamp",
        "-- Cleaning costs €12.50 a month.",
        "+- Cleaning costs €13.50 a month.",
    ]


def test_a_change_of_the_front_matter_is_shown_key_by_key(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(world / "docs/en" / ROOMS, "title: Rooms and what they cost", "title: Rooms and their prices")
    capsys.readouterr()
    run(world, "diff", f"docs/lv/{ROOMS}")
    lines = capsys.readouterr().out.splitlines()
    assert {"-title: Rooms and what they cost", "+title: Rooms and their prices"} <= set(lines)


def test_what_was_not_kept_is_said_not_guessed(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(world / "docs/en" / ROOMS, "Heating is included", "Heating costs more")
    (world / REGISTER).unlink()
    capsys.readouterr()
    assert run(world, "diff", "lv") == 0
    out = capsys.readouterr().out
    assert "not kept" in out
    assert "Heating" not in out


def test_a_new_section_and_one_that_left_are_told_apart(world: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(world / "docs/en" / LIST, "{#use}", "{#later}")
    capsys.readouterr()
    run(world, "diff", "lv")
    out = capsys.readouterr().out
    assert "#later: not translated" in out
    assert "#use: no longer in English" in out


def test_the_register_holds_one_entry_a_section_for_all_languages(world: Path) -> None:
    base, _ = read_knowledge_base(world)
    wanted = {
        d
        for name in (ROOMS, LIST, "training/testing/signs.md")
        for d in section_digests(base.pages["en"][name]).values()
    }
    assert read_kept(world).keys() == wanted


def test_the_register_does_not_grow_with_changes(world: Path) -> None:
    file = world / "docs/en" / ROOMS
    size = len(read_kept(world))
    for number in range(5):
        edit(file, f"of {'the ' * (number + 1)}desks", f"of {'the ' * (number + 2)}desks")
        assert run(world, "stamp", "lv", "--changed") == 0
        # The new section, and the older one that the other three languages still stand on.
        assert len(read_kept(world)) == size + 1
    assert run(world, "stamp", "de", "fr", "es", "--changed") == 0
    assert len(read_kept(world)) == size


def test_a_register_that_was_merged_half_loses_only_the_broken_lines(
    world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = world / REGISTER
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text(
        "\n".join(["<<<<<<< ours", *lines[:-1], "=======", lines[-1][:40], ">>>>>>> theirs"]), encoding="utf-8"
    )
    assert len(read_kept(world)) == len(lines) - 2
    assert run(world, "stamp", "lv") == 0
    assert len(read_kept(world)) == len(lines) - 1


def test_without_stamps_there_is_no_register(world: Path) -> None:
    for locale in ("lv", "de", "fr", "es"):
        shutil.rmtree(world / "docs" / locale / "about")
        shutil.rmtree(world / "docs" / locale / "training")
        shutil.rmtree(world / "docs" / locale / "checklists")
    (world / "docs/lv/index.md").write_bytes(
        b"---\ntitle: S\ndescription: Mazas pasaules lapa, kas der.\ntranslation: {status: machine}\n---\nMaza pasaule, 7.\n"
    )
    assert run(world, "stamp", "lv") == 1
    assert not (world / REGISTER).exists()
