"""The model of a checklist: what the site, the data files and a reader's plan are made from.

An `Item` never changes its id; a `Checklist` of a translation carries the English facts and shows in English what is
not yet translated (`merge`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from colabora.checklists.items import WrittenItem
from colabora.kinds import Role, Stage
from colabora.locales import SOURCE_LOCALE
from colabora.plain_text import plain_text
from colabora.registers import ReleasedItem
from colabora.sections import text_digest

DUE = re.compile(r"([+-])([0-9]{1,4})([dw])")
LONGEST_DUE = 3650  # days


@dataclass(frozen=True)
class Item:
    """One action: `text` and `details` are Markdown in the language `locale`; `digest` is that of the English text.

    `due_days` counts from the opening day, negative before it; `since` is the version that released the item.
    """

    id: str
    text: str
    details: str = ""
    role: Role | None = None
    due_days: int | None = None
    needs: tuple[str, ...] = ()
    digest: str = ""
    locale: str = SOURCE_LOCALE
    line: int = 1
    since: str = ""

    @property
    def plain(self) -> str:
        """Return the text without markup."""
        return plain_text(self.text)

    @property
    def plain_details(self) -> str:
        """Return the why without markup."""
        return plain_text(self.details)


@dataclass(frozen=True)
class Checklist:
    """A list; `page` is the name of its page in every language, `locale` the language of its title."""

    id: str
    title: str
    page: str
    stage: Stage | None = None
    items: tuple[Item, ...] = ()
    locale: str = SOURCE_LOCALE
    line: int = 1
    path: str = ""
    retired: tuple[ReleasedItem, ...] = ()

    def item(self, identifier: str) -> Item | None:
        """Return the item of an id."""
        return next((item for item in self.items if item.id == identifier), None)


def digest_of(text: str) -> str:
    """Return the digest of an English item's text, in which markup makes no difference."""
    return text_digest(plain_text(text))


def parse_due(text: str) -> int | None:
    """Return `-90d` or `+2w` as days from the opening day; None if it is neither."""
    match = DUE.fullmatch(text)
    if not match:
        return None
    days = int(match[2]) * (7 if match[3] == "w" else 1)
    return None if days > LONGEST_DUE else -days if match[1] == "-" else days


def item_of(written: WrittenItem, locale: str = SOURCE_LOCALE) -> Item:
    """Return the item that is written; facts that can't be read are left out."""
    if locale != SOURCE_LOCALE:
        return Item(written.id, written.text, written.details, locale=locale, line=written.line)
    role = written.options.get("role", "")
    return Item(
        id=written.id,
        text=written.text,
        details=written.details,
        role=Role(role) if role in set(Role) else None,
        due_days=parse_due(written.options.get("due", "")),
        needs=tuple(n for n in written.options.get("needs", "").split(",") if n),
        digest=digest_of(written.text),
        line=written.line,
    )


def merge(english: Checklist, translated: Checklist | None) -> Checklist:
    """Return the list as a reader of the translation sees it: English order and facts, own words where there are any."""
    if translated is None:
        return english
    own = {item.id: item for item in translated.items}
    items = tuple(
        replace(item, text=own[item.id].text, details=own[item.id].details, locale=translated.locale)
        if item.id in own
        else item
        for item in english.items
    )
    return replace(english, title=translated.title or english.title, locale=translated.locale, items=items)


def find_cycles(items: Sequence[Item]) -> Iterator[tuple[str, ...]]:
    """Yield every ring of ids of which each needs the next; the last id is the first again."""
    needs = {item.id: [n for n in item.needs if any(i.id == n for i in items)] for item in items}
    finished: set[str] = set()
    for start, first in needs.items():
        # Depth first without recursion: a way of ids, each with the needs that are still to be followed.
        way = [(start, iter(first))] if start not in finished else []
        while way:
            following = next(way[-1][1], None)
            names = [name for name, _ in way]
            if following is None:
                finished.add(way.pop()[0])
            elif following in names:
                yield (*names[names.index(following) :], following)
            elif following not in finished:
                way.append((following, iter(needs[following])))
