"""Releasing: which item ids a version publishes, so that later versions can be held against it.

Takes in the knowledge base and `1.1`, spits out the register of released ids as that version leaves it: every line
that was there, and one with `since: "1.1"` for every item that is new.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from colabora.checklists.checks import REGISTER
from colabora.checks import check
from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.problems import has_errors, problems_to_text
from colabora.registers import ReleasedItem

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Any]

VERSION = re.compile(r"[0-9]+(\.[0-9]+){1,2}")


def released_ids_after(base: KnowledgeBase, version: str) -> tuple[ReleasedItem, ...]:
    """Return the register as the release of a version leaves it; twice for one version is as once."""
    before = base.registers.released_ids
    known = {(entry.list, entry.item) for entry in before}
    lists = sorted(base.checklists.get(SOURCE_LOCALE, {}).values(), key=lambda one: one.id)
    new = [
        ReleasedItem(list=one.id, item=item.id, since=version)
        for one in lists
        for item in one.items
        if (one.id, item.id) not in known
    ]
    return (*before, *new)


def released_ids_to_yaml(entries: Sequence[ReleasedItem]) -> str:
    """Return the lines of the register, one an entry."""
    return "".join(f"- {{{', '.join(_fields(entry))}}}\n" for entry in entries)


def _fields(entry: ReleasedItem) -> list[str]:
    fields = [f"list: {entry.list}", f"item: {entry.item}", f'since: "{entry.since}"']
    if entry.retired:
        fields.append(f'retired: "{entry.retired}"')
    if entry.replaced_by:
        fields.append(f"replaced_by: [{', '.join(entry.replaced_by)}]")
    return fields


def write_released_ids(root: Path, base: KnowledgeBase, version: str) -> int:
    """Add what is new to the register, whose comments stay, and return how many ids that were."""
    new = released_ids_after(base, version)[len(base.registers.released_ids) :]
    path = root / REGISTER
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    if new:
        path.parent.mkdir(parents=True, exist_ok=True)
        start = f"{before.rstrip()}\n" if before.strip() else ""
        path.write_text(start + released_ids_to_yaml(new), encoding="utf-8", newline="\n")
    return len(new)


def add_release_commands(commands: Commands) -> None:
    """Add `colabora release-ids VERSION`."""
    releasing = commands.add_parser("release-ids", help="write the item ids of a version into the register")
    releasing.add_argument("version", type=_version, help="the version that is being released (1.0)")
    releasing.set_defaults(run=run_release_ids)


def _version(text: str) -> str:
    if not VERSION.fullmatch(text):
        raise argparse.ArgumentTypeError("write it like 1.0 or 1.0.2")
    return text


def run_release_ids(options: argparse.Namespace) -> int:
    """Write the register if the lists agree with what was released before; 1 and the problems if not."""
    root = options.root.resolve()
    base, problems = check(root)
    if has_errors(problems):
        sys.stdout.write(problems_to_text(problems))
        return 1
    print(f"{REGISTER}: {write_released_ids(root, base, options.version)} new")
    return 0
