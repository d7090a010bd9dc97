"""The model of a question: what the site and the data files are made from.

A translation has ids and texts; type, objective, answer and what is right are those of the English page (`merge`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from colabora.locales import SOURCE_LOCALE


class QuestionType(StrEnum):
    """The types of questions of the content model."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    NUMBER = "number"
    ORDER = "order"
    REFLECTION = "reflection"
    SELF = "self"


# Types whose choices are ticked in the source, those that have choices at all, and those that answer to each choice.
# Of a self-assessment nothing is right or wrong: its choices are statements, and what answers is what to learn instead.
TICKED = frozenset((QuestionType.SINGLE, QuestionType.MULTIPLE))
WITH_CHOICES = frozenset((*TICKED, QuestionType.ORDER, QuestionType.SELF))
WITH_FEEDBACK = frozenset((*TICKED, QuestionType.SELF))


@dataclass(frozen=True)
class Choice:
    """A choice of a question, or an entry that is to be put in order; texts are Markdown in the language `locale`."""

    id: str
    text: str
    feedback: str = ""
    is_right: bool = False
    locale: str = SOURCE_LOCALE
    line: int = 1


@dataclass(frozen=True)
class Question:
    """A question; `section` is the id of the heading it stands under, `source` the block as written."""

    id: str
    title: str
    page: str
    type: QuestionType | None = None
    objective: str = ""
    choices: tuple[Choice, ...] = ()
    answer: Decimal | None = None
    tolerance: Decimal = Decimal(0)
    locale: str = SOURCE_LOCALE
    line: int = 1
    section: str = ""
    source: str = ""

    def choice(self, identifier: str) -> Choice | None:
        """Return the choice of an id."""
        return next((choice for choice in self.choices if choice.id == identifier), None)


@dataclass(frozen=True)
class Exercise:
    """Something to do, with a solution to compare with; `plan` is the item (`list/item`) its note goes to."""

    id: str
    title: str
    page: str
    objective: str = ""
    line: int = 1
    plan: str = ""
    locale: str = SOURCE_LOCALE


def parse_number(text: str) -> Decimal | None:
    """Return a number written with a decimal point; None if it is none."""
    try:
        number = Decimal(text) if text.isascii() and "_" not in text else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def merge(english: Question, translated: Question | None) -> Question:
    """Return the question as a reader of the translation sees it: English facts, own words where there are any."""
    if translated is None:
        return english
    own = {choice.id: choice for choice in translated.choices}
    choices = tuple(
        replace(c, text=own[c.id].text, feedback=own[c.id].feedback, locale=translated.locale) if c.id in own else c
        for c in english.choices
    )
    return replace(english, title=translated.title or english.title, choices=choices, locale=translated.locale)


def shuffled(question: Question) -> tuple[Choice, ...]:
    """Return the entries of an order question in an order that is the same in every build and language, not the right one."""
    entries = question.choices

    def key(choice: Choice) -> str:
        return hashlib.sha256(f"{question.id}/{choice.id}".encode()).hexdigest()

    mixed = tuple(sorted(entries, key=key))
    return mixed if mixed != entries else (*mixed[1:], *mixed[:1])
