"""Registers: lists kept as YAML in `docs/en/about/` that pages refer to by key; they are not published as pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from colabora.field_types import Closed, Date, Slug, SourceKey, Text
from colabora.problems import Problem, quote, rule
from colabora.source import parse_yaml

FOLDER = "docs/en/about"
T = TypeVar("T")


@rule("register")
def bad_register(where: str, why: str) -> tuple[str, str]:
    """Keep the registers in `docs/en/about/*.yml` to their shape.

    Bad: `- {key: col, url: colaboracoworking.eu}`

    Good:

        - key: col
          url: "https://www.colaboracoworking.eu/"
          title: "CoLabora, official project site"
          accessed: "2026-11-24"
          strength: strong
    """
    return f"entry {where}: {why}", "write it like its neighbours"


@rule("register-duplicate")
def register_duplicate(key: str) -> tuple[str, str]:
    """Give every key of a register once.

    Bad: two entries `key: col` in `sources.yml`

    Good: one
    """
    return f"{quote(key)} stands in the register twice", "delete one entry"


def web_address(text: str) -> str:
    """Return the address, or refuse what does not lead to the web."""
    if not text.startswith(("https://", "http://")):
        raise ValueError("not a web address: begin it with https://")
    return text


@dataclass(frozen=True, kw_only=True)
class SourceEntry(Closed):
    """A public source: `strength` says how far a single claim may lean on it."""

    key: SourceKey
    url: Annotated[str, AfterValidator(web_address)]
    title: Text
    accessed: Date
    strength: Literal["strong", "single", "weak"]


@dataclass(frozen=True, kw_only=True)
class TermForms(Closed):
    """A term in one language; `seen` tells a form found in the field from a proposal."""

    preferred: Text
    allowed: tuple[Text, ...] = ()
    forbidden: tuple[Text, ...] = ()
    seen: bool = False


@dataclass(frozen=True, kw_only=True)
class Term(Closed):
    """A concept of the field with its names in each language."""

    id: Slug
    explanation: Mapping[str, Text]
    terms: Mapping[str, TermForms]


@dataclass(frozen=True, kw_only=True)
class ReleasedItem(Closed):
    """An item id that a released version has; `retired` names the version that dropped it."""

    list: Slug
    item: Slug
    since: Text
    retired: Text | None = None
    replaced_by: tuple[Slug, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Redirect(Closed):
    """A page that moved: both paths below the locale's folder."""

    old: Text
    new: Text


@dataclass(frozen=True, kw_only=True)
class Withdrawal(Closed):
    """A case that was taken off the site: its address says so and why."""

    slug: Slug
    date: Annotated[Date, Field(min_length=10)]
    reason: Literal["asked-by-space", "consent-withdrawn", "mistaken", "unverifiable"]


@dataclass(frozen=True, kw_only=True)
class TranslationException(Closed):
    """A number that a translation may give or leave out although the English section does otherwise."""

    page: Text
    section: Text
    locale: Annotated[str, Field(pattern="^[a-z]{2}$")]
    number: Text
    reason: Text


@dataclass(frozen=True)
class Registers:
    """All registers by key."""

    sources: Mapping[str, SourceEntry] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    released_ids: tuple[ReleasedItem, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    translation_exceptions: tuple[TranslationException, ...] = ()
    withdrawals: Mapping[str, Withdrawal] = field(default_factory=dict)


def read_registers(root: Path) -> tuple[Registers, list[Problem]]:
    """Read the registers below the repository root; one that is not there is empty."""
    sources, source_problems = _read(root, "sources.yml", SourceEntry)
    glossary, term_problems = _read(root, "glossary.yml", Term)
    released, released_problems = _read(root, "released-ids.yml", ReleasedItem)
    redirects, redirect_problems = _read(root, "redirects.yml", Redirect)
    exceptions, exception_problems = _read(root, "translation-exceptions.yml", TranslationException)
    withdrawn, withdrawn_problems = _read(root, "withdrawn-cases.yml", Withdrawal)
    by_key, twice = _by_key([(s.key, s) for s in sources], "sources.yml")
    by_id, terms_twice = _by_key([(t.id, t) for t in glossary], "glossary.yml")
    by_slug, withdrawn_twice = _by_key([(w.slug, w) for w in withdrawn], "withdrawn-cases.yml")
    _, items_twice = _by_key([(f"{r.list}:{r.item}", r) for r in released], "released-ids.yml")
    problems = (
        source_problems
        + term_problems
        + released_problems
        + redirect_problems
        + twice
        + terms_twice
        + items_twice
        + exception_problems
        + withdrawn_problems
        + withdrawn_twice
    )
    return Registers(by_key, by_id, tuple(released), tuple(redirects), tuple(exceptions), by_slug), problems


def _read(root: Path, name: str, schema: type[T]) -> tuple[list[T], list[Problem]]:
    path = f"{FOLDER}/{name}"
    file = root / path
    if not file.is_file():
        return [], []
    value, key_lines, problems = parse_yaml(file.read_text(encoding="utf-8", errors="replace"), path)
    if problems or value is None:
        return [], problems
    if not isinstance(value, list):
        return [], [bad_register.at(path, 1, "1", "the file is not a list")]
    entries: list[T] = []
    adapter = TypeAdapter(schema)
    for number, entry in enumerate(value):
        try:
            entries.append(adapter.validate_python(entry))
        except ValidationError as fault:
            for error in fault.errors(include_url=False):
                place = ".".join(map(str, (number, *error["loc"])))
                line = key_lines.get(place, key_lines.get(str(number), 1))
                where = " ".join(map(str, (number + 1, *error["loc"])))
                problems.append(bad_register.at(path, line, where, error["msg"]))
    return entries, problems


def _by_key(entries: list[tuple[str, T]], name: str) -> tuple[dict[str, T], list[Problem]]:
    found: dict[str, T] = {}
    problems = []
    for key, entry in entries:
        if key in found:
            problems.append(register_duplicate.at(f"{FOLDER}/{name}", 1, key))
        found.setdefault(key, entry)
    return found, problems
