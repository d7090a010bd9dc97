from __future__ import annotations

import time

import pytest

from colabora.source import LARGEST_FILE, parse_source, parse_yaml, read_source
from conftest import Repository


def rules(raw: str | bytes) -> list[tuple[int, str]]:
    _, problems = parse_source(raw if isinstance(raw, bytes) else raw.encode(), "docs/en/a.md")
    return [(p.line, p.rule) for p in problems]


def test_a_page_is_cut_into_front_matter_and_body_with_lines() -> None:
    source, problems = parse_source(b"---\ntitle: T\ntags:\n  - a\n---\nText\n", "docs/lv/x/a.md")
    assert problems == []
    assert (source.locale, source.page, source.body) == ("lv", "x/a.md", "Text\n")
    assert (source.first_body_line, source.line_of("tags.0"), source.line_of("tags.7")) == (6, 4, 3)
    assert source.line_of("nothing") == 1


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""], ids=["byte order mark", "none"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_marks_and_line_ends_make_no_difference(start: bytes, end: bytes) -> None:
    source, problems = parse_source(start + end.join([b"---", b"title: T", b"---", b"One", b"Two"]), "docs/en/a.md")
    assert problems == []
    assert source.front_matter == {"title": "T"}
    assert source.body == "One\nTwo"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Text\n", [(1, "front-matter")]),
        ("", [(1, "front-matter")]),
        ("Note: a line that MkDocs would lose\n", [(1, "front-matter")]),
        ("---\ntitle: T\n", [(1, "front-matter")]),
        ('---\ntitle: "T\n---\n', [(2, "front-matter")]),
        ("---\ntitle: T\n\tx: y\n---\n", [(3, "front-matter")]),
        ("---\n- a\n- b\n---\n", [(2, "front-matter")]),
        ("---\n---\nText\n", [(2, "front-matter")]),
        ("---\ntitle: &x T\n---\n", [(2, "yaml-feature")]),
        ("---\ntitle: *x\n---\n", [(2, "yaml-feature")]),
        ("---\na: 1\n<<: {b: 1}\n---\n", [(3, "yaml-feature")]),
        ("---\ntitle: !!python/object/apply:os.system [id]\n---\n", [(2, "yaml-feature")]),
        ("---\ntitle: !custom x\n---\n", [(2, "yaml-feature")]),
        ("---\ntitle: A\ntitle: B\n---\n", [(3, "duplicate-key")]),
        ("---\ntags:\n  x: 1\n  x: 2\n---\n", [(4, "duplicate-key")]),
        ("---\ntitle: pay\u202eroll\n---\n", [(2, "control-character")]),
        (
            "---\ntitle: T\n---\na\x00b\n",
            [
                (4, "control-character"),
            ],
        ),
        ("---\ntitle: T\n---\nvil\u200blage\n", [(4, "control-character")]),
        ("---\ntitle: T\n---\n" + "x" * 20_000 + "\n", [(4, "line-length")]),
        ("---\ntitle: " + "x" * 60_000 + "\n---\n", [(2, "line-length"), (2, "file-size")]),
        ("---\na: 2001-99-99\n---\n", []),
        ("---\n? [a]\n: b\n---\n", [(2, "front-matter")]),
    ],
)
def test_a_broken_file_gets_its_line_and_rule(raw: str | bytes, expected: list[tuple[int, str]]) -> None:
    assert rules(raw) == expected


def test_right_to_left_isolates_and_no_break_spaces_stay() -> None:
    assert rules("---\ntitle: T\n---\n5\u00a0000\u202f€ \u2067עברית\u2069\n") == []


def test_dates_and_years_stay_as_written() -> None:
    value, _, _ = parse_yaml("a: 2019-07-01\nb: 2019-07\nc: 2019\nd: yes\n", "x")
    assert value == {"a": "2019-07-01", "b": "2019-07", "c": 2019, "d": True}


@pytest.mark.parametrize("text", ["[" * 20_000, "- " * 20_000, "a: " + "{" * 5_000, "[" * 5_000 + "]" * 5_000])
def test_deep_yaml_ends_quickly_with_a_line(text: str) -> None:
    begun = time.monotonic()
    assert rules(f"---\nx: {text}\n---\n")
    assert time.monotonic() - begun < 2


def test_a_huge_file_is_not_read(repository: Repository) -> None:
    root = repository({"docs/en/big.md": b"x" * (LARGEST_FILE + 1)})
    source, problems = read_source(root / "docs/en/big.md", root)
    assert [p.rule for p in problems] == ["file-size"]
    assert source.body == ""
