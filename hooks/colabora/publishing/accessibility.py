"""Accessibility: what the last run of axe-core found, as `make accessibility` wrote it and the statement prints it.

Takes in `overrides/data/accessibility.yml`, spits out a frozen value.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter

FILE = "overrides/data/accessibility.yml"


@dataclass(frozen=True)
class Finding:
    """How many elements break a rule of axe-core, counted in every state they were seen in."""

    rule: str
    nodes: int


@dataclass(frozen=True)
class Results:
    """A run: its day (`2026-11-24`), what ran, pages of the site and states of pages it looked at, what it found."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    checked: str
    engine: str
    pages: int
    states: int
    findings: list[Finding]


def read_results(root: Path) -> Results | None:
    """Read what the last run found, below the repository root; nothing if no run was recorded."""
    file = root / FILE
    if not file.is_file():
        return None
    return TypeAdapter(Results).validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))


def results_to_yaml(results: Results) -> str:
    """Return what is written to be read again."""
    values = TypeAdapter(Results).dump_python(results)
    return "# Written by `make accessibility`.\n" + yaml.safe_dump(values, sort_keys=False, allow_unicode=True)
