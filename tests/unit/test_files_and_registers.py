from __future__ import annotations

import pytest

from colabora.files import check_files, is_published, page_files
from colabora.registers import read_registers
from conftest import Repository

SOURCES = "docs/en/about/sources.yml"
GOOD = '- {key: col, url: "https://a.example/", title: A, accessed: "2026-11-24", strength: strong}\n'


def found(repository: Repository, name: str, content: str | bytes) -> list[str]:
    return [p.rule for p in check_files(repository({name: content}), ("en", "lv"))]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("docs/en/our-space.md", "Text", []),
        ("docs/en/hall.jpg", b"\xff\xd8\xff\xe0....", []),
        (SOURCES, GOOD, []),
        ("docs/en/evil.html", "<script>alert(1)</script>", ["file-type"]),
        ("docs/en/evil.svg", "<svg onload='alert(1)'/>", ["file-type"]),
        ("docs/en/other/sources.yml", GOOD, ["file-type"]),
        ("docs/en/a.md.exe", "x", ["file-type"]),
        ("docs/en/.htaccess", "x", ["file-type"]),
        ("docs/en/Our Space.md", "Text", ["file-name"]),
        ("docs/en/telpa-ā.md", "Text", ["file-name"]),
        ("docs/en/con.md", "Text", ["file-name"]),
        ("docs/en/lpt1/a.md", "Text", ["file-name"]),
        (f"docs/en/{'a' * 90}.md", "Text", ["file-name"]),
        ("docs/en/a<b>.md", "Text", ["file-name"]),
        ("docs/en/hall.jpg", "<html>", ["picture-file"]),
        ("docs/en/hall.png", b"\x89PNG\r\n\x1a\n" + b"x" * 10_000_001, ["picture-file"]),
        ("docs/index.md", "Text", ["docs-folder"]),
        ("docs/xy/index.md", "Text", ["docs-folder"]),
        ("docs/images/a.png", b"\x89PNG\r\n\x1a\n", ["docs-folder"]),
    ],
)
def test_only_pages_and_pictures_lie_in_docs(
    repository: Repository, name: str, content: str | bytes, expected: list[str]
) -> None:
    assert found(repository, name, content) == expected


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
        (GOOD + GOOD, [(1, "register-duplicate")]),
        (GOOD + GOOD.replace("strong", "strng").replace("col", "b"), [(2, "register")]),
        (GOOD.replace("https://a.example/", "javascript:alert(1)"), [(1, "register")]),
        (GOOD.replace("title: A, ", ""), [(1, "register")]),
        (GOOD.replace("title: A", "title: '<b>A</b>'"), [(1, "register")]),
        ("key: col\n", [(1, "register")]),
        ("- &a x\n", [(1, "yaml-feature")]),
        ("", []),
    ],
)
def test_a_register_keeps_its_shape(repository: Repository, content: str, expected: list[tuple[int, str]]) -> None:
    _, problems = read_registers(repository({SOURCES: content}))
    assert [(p.line, p.rule) for p in problems] == expected
