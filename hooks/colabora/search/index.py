"""Index: where each word stands, in pieces of a few kilobytes of which a search fetches one or two.

Takes in the documents of a language, spits out files: `shards` with the words from one to the next and where they
stand, `texts` to show around what was found, a vocabulary to find the word that was meant by a slip.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from colabora.search.documents import Document, Section
from colabora.search.word_forms import PART, WORD, fold

# How much a place counts; the greatest of a section is kept, in three bits beside the section's number.
TITLE, ALIAS, HEADING, OFTEN, TWICE, ONCE = 7, 6, 5, 3, 2, 1
BITS = 3
# Characters a file; brotli leaves a fifth (shards) to a third (texts).
SHARD_SIZE = 14_000
TEXT_SIZE = 4_000
# Words of a common beginning stay in one shard, so that the forms of a word are fetched at once.
BEGINNING = 3
# A short word that stands on most pages of a site says nothing about any.
COMMON_SHARE, COMMON_LENGTH, FEWEST_PAGES = 0.7, 3, 20
VOCABULARY_SIZE, SHORTEST_IN_VOCABULARY = 5_000, 4
SHORTEST_PART = 4


@dataclass(frozen=True)
class Index:
    """The files of a language by name, the first word of each shard, common words, and pages with their blocks."""

    files: Mapping[str, str]
    bounds: tuple[str, ...]
    common: tuple[str, ...]
    blocks: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Places:
    """Where a word stands: `weights` by section, counted through all pages, and the ways it is written."""

    weights: dict[int, int]
    written: Counter[str]


@lru_cache(maxsize=200_000)
def keys_of(word: str) -> tuple[str, ...]:
    """Return a word's parts and, where it has several, the whole without what joins them; all folded."""
    parts = tuple(fold(part) for part in PART.findall(word))
    return (*parts, "".join(parts)) if len(parts) > 1 else parts


def make_index(
    documents: Iterable[Document], protected: Collection[str], marks: tuple[str, ...], *, splits: bool
) -> Index:
    """Return the index of a language; `protected` words are never too common, `splits` takes compounds apart."""
    pages = tuple(documents)
    blocks = tuple(tuple(_blocks(page.sections)) for page in pages)
    places = _collect(pages)
    common = _common(places, pages, protected)
    for key in common:
        del places[key]
    vocabulary = _vocabulary(places)
    _add_marked(places, marks)
    if splits:
        _add_parts(places)
    shards = tuple(_shards(places))
    files = {f"{n}.json": _json(dict(shard)) for n, shard in enumerate(shards)}
    files |= {f"t{n}.json": _json(text) for n, text in enumerate(_texts(pages, blocks))}
    files["vocabulary.json"] = _json(vocabulary)
    return Index(files, tuple(shard[0][0] for shard in shards), tuple(sorted(common)), blocks)


def _collect(pages: tuple[Document, ...]) -> dict[str, Places]:
    places: dict[str, Places] = defaultdict(lambda: Places({}, Counter()))

    def add(text: str, section: int, weight: int) -> None:
        for word in WORD.findall(text):
            for key in keys_of(word):
                place = places[key]
                place.weights[section] = max(place.weights.get(section, 0), weight)
                place.written[word.lower()] += 1

    number = 0
    for page in pages:
        add(page.title, number, TITLE)
        for alias in page.aliases:
            add(alias, number, ALIAS)
        for section in page.sections:
            add(section.heading, number, HEADING)
            for word, count in Counter(WORD.findall(section.text.lower())).items():
                add(word, number, ONCE if count == 1 else TWICE if count < 4 else OFTEN)
            number += 1
    return places


def _common(places: Mapping[str, Places], pages: tuple[Document, ...], protected: Collection[str]) -> set[str]:
    if len(pages) < FEWEST_PAGES:
        return set()
    owners = [number for number, page in enumerate(pages) for _ in page.sections]
    short = (k for k in places if len(k) <= COMMON_LENGTH and k.isalpha() and k not in protected)
    return {k for k in short if len({owners[s] for s in places[k].weights}) > COMMON_SHARE * len(pages)}


def _add_marked(places: dict[str, Places], marks: tuple[str, ...]) -> None:
    """Let a word be found without what is written as one with it: *jāmaksā* with *maksā*."""
    for key in [k for k in places if k.startswith(marks)] if marks else []:
        bare = next((key.removeprefix(m) for m in marks if key.startswith(m)), key)
        if len(bare) >= SHORTEST_PART and bare in places:
            _merge(places[bare], places[key])


def _add_parts(places: dict[str, Places]) -> None:
    """Let a compound be found by its two parts, if both stand alone somewhere: *Dorfbüro* with *Dorf* and *Büro*."""
    for key in [k for k in places if len(k) >= 2 * SHORTEST_PART]:
        for cut in range(SHORTEST_PART, len(key) - SHORTEST_PART + 1):
            first, second = key[:cut], key[cut:]
            if second in places and (first in places or first.removesuffix("s") in places):
                for part in (first if first in places else first.removesuffix("s"), second):
                    _merge(places[part], places[key])
                break


def _merge(into: Places, other: Places) -> None:
    for section in other.weights:
        into.weights.setdefault(section, ONCE)


def _shards(places: Mapping[str, Places]) -> Iterator[list[tuple[str, object]]]:
    shard: list[tuple[str, object]] = []
    size = 0
    for key in sorted(places):
        entry = _entry(key, places[key])
        length = len(_json(entry)) + len(key) + 4
        if shard and size + length > SHARD_SIZE and key[:BEGINNING] != shard[-1][0][:BEGINNING]:
            yield shard
            shard, size = [], 0
        shard.append((key, entry))
        size += length
    if shard:
        yield shard


def _entry(key: str, place: Places) -> list[object]:
    """Return the sections as steps from one to the next with the weight in the last bits, and the usual spelling."""
    steps, last = [], 0
    for section in sorted(place.weights):
        steps.append((section - last << BITS) + place.weights[section])
        last = section
    written = min(place.written, key=lambda word: (-place.written[word], word))
    return [steps] if written == key else [steps, written]


def _vocabulary(places: Mapping[str, Places]) -> str:
    """Return the words that a reader may have meant, the likeliest first."""
    words = (k for k in places if len(k) >= SHORTEST_IN_VOCABULARY and k.isalpha())
    ranked = sorted(
        words, key=lambda k: (-len(places[k].weights) - 9 * (max(places[k].weights.values()) >= HEADING), k)
    )
    chosen = sorted(ranked[:VOCABULARY_SIZE])
    return " ".join(_usual(places[k]) for k in chosen)


def _usual(place: Places) -> str:
    return min(place.written, key=lambda word: (-place.written[word], word))


def _blocks(sections: tuple[Section, ...]) -> Iterator[int]:
    """Yield how many sections of a page stand in one file."""
    count = size = 0
    for section in sections:
        if count and size + len(section.text) > TEXT_SIZE:
            yield count
            count = size = 0
        count += 1
        size += len(section.text) + len(section.heading)
    yield count


def _texts(pages: tuple[Document, ...], blocks: tuple[tuple[int, ...], ...]) -> Iterator[object]:
    for page, counts in zip(pages, blocks, strict=True):
        start = 0
        for count in counts:
            yield [[s.anchor, s.heading, s.text] for s in page.sections[start : start + count]]
            start += count


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
