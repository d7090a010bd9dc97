from __future__ import annotations

import pytest

from colabora.files import check_files, is_published, page_files
from colabora.registers import read_registers
from conftest import Repository

SOURCES = "docs/en/about/sources.yml"
GOOD = '- {key: col, url: "https://a.example/", title: A, accessed: "2026-11-24", strength: strong}\n'


def test_links_out_of_docs_are_told_and_never_published(repository: Repository) -> None:
    root = repository({"secret.md": "Secret", "elsewhere/b.md": "Secret", "docs/en/index.md": "Text"})
    (root / "docs/en/notes.md").symlink_to(root / "secret.md")
    (root / "docs/en/folder").symlink_to(root / "elsewhere")
    (root / "docs/lv").symlink_to(root / "elsewhere")
    assert [(p.path, p.rule) for p in check_files(root, ("en", "lv"))] == [
        ("docs/en/folder", "symlink"),
        ("docs/en/notes.md", "symlink"),
        ("docs/lv", "symlink"),
    ]
    assert [p.name for p in page_files(root, "en")] == ["index.md"]
    assert page_files(root, "lv") == []
    for name in ("docs/en/notes.md", "docs/en/folder/b.md", "docs/lv/b.md"):
        assert not is_published(root / name, root)
    assert is_published(root / "docs/en/index.md", root)


def test_registers_are_read_by_key(repository: Repository) -> None:
    registers, problems = read_registers(repository({SOURCES: GOOD}))
    assert problems == []
    assert registers.sources["col"].strength == "strong"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("key: col\n", [(1, "register")]),
        ("- &a x\n", [(1, "yaml-feature")]),
        ("", []),
    ],
)
def test_a_register_keeps_its_shape(repository: Repository, content: str, expected: list[tuple[int, str]]) -> None:
    _, problems = read_registers(repository({SOURCES: content}))
    assert [(p.line, p.rule) for p in problems] == expected
