"""Counting: how well the forms of words find each other, the same way for the test and for the page that shows it.

`python tests/word_forms/counting.py` (`make search-quality`) writes the table anew.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import yaml

from colabora.search.quality import FILE, Row
from colabora.search.word_forms import fold, forms_of

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
# A verb has two hundred forms: of so many only some are typed, but all are looked for.
MOST_TYPED = 20
Finder = Callable[[str, str], Iterable[str]]


@dataclass(frozen=True)
class Word:
    """A word with its forms as they are written."""

    locale: str
    kind: str
    forms: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """Return the forms as search sees them."""
        return frozenset(map(fold, self.forms))


def read_words() -> list[Word]:
    """Read the words of all languages."""
    return [*_latvian(), *_western()]


def _lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _latvian() -> Iterator[Word]:
    lines = _lines("latvian.txt")
    middle = lines.index("= words")
    endings = [["" if e == "-" else e for e in line.split()] for line in lines[1:middle]]
    for line in lines[middle + 1 :]:
        kind, beginning, number = line.split()
        start = "" if beginning == "-" else beginning
        yield Word("lv", kind, tuple(start + ending for ending in endings[int(number)]))


def _western() -> Iterator[Word]:
    for line in _lines("western.txt"):
        locale, kind, *forms = line.split()
        yield Word(locale, kind, tuple(forms))


def count(words: Iterable[Word], find: Finder = forms_of) -> list[Row]:
    """Type the forms of each word: how many of the other forms are found, and how many hits belong to another word only.

    A form that two words share is never wrong: search cannot know which of them was meant.
    """
    known = list(words)
    owners: Mapping[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, word in enumerate(known):
        for key in word.keys:
            owners[word.locale][key].add(number)
    totals: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for word in known:
        total = totals[word.locale, word.kind if word.locale == "lv" else ""]
        total.update(words=1, forms=len(word.keys))
        for key in sorted(word.keys)[:: 1 + len(word.keys) // MOST_TYPED]:
            meant = owners[word.locale][key]
            hits = [k for k in find(key, word.locale) if k in owners[word.locale]]
            total["wanted"] += len(word.keys) - 1
            total["found"] += len(word.keys.intersection(hits)) - 1
            total["hits"] += len(hits)
            total["wrong"] += sum(not owners[word.locale][hit] & meant for hit in hits)
    return [
        Row(locale, kind, t["words"], t["forms"], _share(t["found"], t["wanted"]), _share(t["wrong"], t["hits"]))
        for (locale, kind), t in totals.items()
    ]


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


if __name__ == "__main__":
    rows = [asdict(row) for row in count(read_words())]
    sys.stdout.write(yaml.safe_dump(rows, sort_keys=False))
    (ROOT / FILE).write_text(
        "# Written by `make search-quality` from tests/word_forms/; a test holds it against a fresh count.\n"
        + yaml.safe_dump(rows, sort_keys=False),
        encoding="utf-8",
    )
