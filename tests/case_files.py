"""The two forms of a case file, taken apart; tests/cases/test_cases.py says what they look like."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from conftest import HEADER

TRAILER = re.compile(rb"(?:\n*<!-- (?:page|expect|near): [^\n]*-->\s*)+\Z")
ENTRY = re.compile(rb"<!-- (page|expect|near): ([^\n]*?) -->")
EXPECTATION = re.compile(r"(?:((?:docs|overrides)/.+):)?(\d+): ([a-z0-9-]+)")
Place = tuple[str, int, str]


@dataclass(frozen=True)
class Case:
    """A case: files to write, texts to replace, the problems it is to have, and the rules it only just keeps."""

    files: Mapping[str, bytes | Path]
    edits: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    expected: frozenset[Place] = frozenset()
    near: frozenset[str] = frozenset()

    @property
    def rules(self) -> set[str]:
        """Return the rules that are broken."""
        return {rule for _, _, rule in self.expected}


def read_case(file: Path) -> Case:
    return parse_page_case(file.read_bytes()) if file.suffix == ".md" else parse_world_case(file.read_text("utf-8"))


def parse_page_case(raw: bytes) -> Case:
    """Take a page with comments after its end apart."""
    trailer = TRAILER.search(raw)
    assert trailer, "a case ends with <!-- page: docs/… -->"
    entries = [(key.decode(), value.decode()) for key, value in ENTRY.findall(trailer[0])]
    pages = [value for key, value in entries if key == "page"]
    assert len(pages) == 1, "a case names one page"
    expected = frozenset(_place(value, pages[0]) for key, value in entries if key == "expect")
    near = frozenset(rule for key, value in entries if key == "near" for rule in value.split(", "))
    return Case({pages[0]: raw[: trailer.start()] + b"\n"}, expected=expected, near=near)


def parse_world_case(text: str) -> Case:
    """Take a change to the world apart."""
    value = yaml.safe_load(text)
    assert value.keys() <= {"files", "edits", "expect", "near"}, value.keys()
    files = {path: _content(entry) for path, entry in value.get("files", {}).items()}
    edits = {path: [(old, new) for old, new in pairs] for path, pairs in value.get("edits", {}).items()}
    expected = frozenset(_place(e, "") for e in value.get("expect", ()))
    return Case(files, edits, expected, frozenset(value.get("near", ())))


def _place(text: str, page: str) -> Place:
    match = EXPECTATION.fullmatch(text)
    assert match, f"{text!r}: an expectation reads <!-- expect: 12: rule-name -->, in YAML “docs/…:12: rule-name”"
    return match[1] or page, int(match[2]), match[3]


def _content(entry: Mapping[str, str | int]) -> bytes | Path:
    """Return what to write: bytes, or the target of a symbolic link."""
    match entry:
        case {"link": target}:
            return Path(str(target))
        case {"bytes": digits}:
            return bytes.fromhex(str(digits))
        case {"page": title, "text": text, **rest}:
            return f"{HEADER.format(title=title)}{text}{_repeated(rest)}".encode()
        case {"text": text, **rest}:
            return f"{text}{_repeated(rest)}{rest.get('end', '')}".encode()
    raise AssertionError(f"{entry}: neither text, bytes nor link")


def _repeated(entry: Mapping[str, str | int]) -> str:
    return str(entry.get("repeat", "")) * int(entry.get("times", 1))
