"""Readability: how long a page's sentences and words are, the same measure in every language.

LIX (Carl-Hugo Björnsson, Läsbarhet, 1968) is the mean number of words a sentence plus the percentage of words of more
than six letters; under 40 reads easily, over 50 is hard. Compare pages of one language with one another: Latvian and
German words are longer than English ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from colabora.blocks import CLOSING, OPENING, OPTION
from colabora.knowledge_base import KnowledgeBase, Page
from colabora.plain_text import LIST_LINE, plain_text
from colabora.sections import HEADING

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…:])[”“»’)]*\s+")
LONG_WORD = 7  # letters
ITEM = re.compile(r"^(?:\[[ x]\] )|\{#[^}]*\}$")


@dataclass(frozen=True)
class Readability:
    """A page's figures; `longest` is the longest sentence in words, in line `longest_line` of the file."""

    path: str
    lix: int
    words: int
    words_a_sentence: float
    longest: int
    longest_line: int

    def __str__(self) -> str:
        return (
            f"{self.path}: LIX {self.lix}, {self.words} words, {self.words_a_sentence:.1f} a sentence, "
            f"longest {self.longest} in line {self.longest_line}"
        )


def measure(page: Page) -> Readability | None:
    """Return the figures of a page, None if it has no sentence."""
    sentences = [(number, WORD.findall(sentence)) for number, sentence in _sentences(page)]
    sentences = [(number, words) for number, words in sentences if words]
    if not sentences:
        return None
    words = [word for _, found in sentences for word in found]
    long = sum(len(word) >= LONG_WORD for word in words)
    a_sentence = len(words) / len(sentences)
    longest_line, longest = max(sentences, key=lambda s: len(s[1]))
    lix = round(a_sentence + 100 * long / len(words))
    return Readability(page.path, lix, len(words), a_sentence, len(longest), longest_line)


def _sentences(page: Page) -> Iterator[tuple[int, str]]:
    """Yield the sentences with their line; a line holds one or more, and none goes on in the next."""
    for line in page.source.lines:
        text = line.text
        # Tables, code and the fences of blocks are not read as sentences.
        skipped = line.code or text.lstrip().startswith(("|", "[[")) or HEADING.match(text)
        if skipped or OPENING.match(text) or CLOSING.match(text) or OPTION.match(text):
            continue
        plain = plain_text(ITEM.sub("", LIST_LINE.sub("", text.strip())))
        for sentence in SENTENCE_END.split(plain):
            yield line.number, sentence


def report(base: KnowledgeBase, locales: Iterable[str]) -> list[Readability]:
    """Return the figures of all pages of some languages, the hardest of each language first."""
    figures = []
    for locale in locales:
        measured = filter(None, (measure(p) for p in base.pages[locale].values()))
        figures += sorted(measured, key=lambda r: (-r.lix, r.path))
    return figures
