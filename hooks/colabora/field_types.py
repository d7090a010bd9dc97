"""Field types: what a value in front matter or a register may be; each refuses what it is not in plain words."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, ConfigDict, Field, StrictFloat, StrictInt


class Translatable:
    """Mark a field that a translation may give."""


TRANSLATABLE = Translatable()
# Markup that would be printed as code or run: tags, comments, Markdown links, emphasis and code.
MARKUP = re.compile(r"<[A-Za-z/!?]|\]\(|\*\*|`|__\w")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Names that a browser or JavaScript already uses for something else (quality.md, S23 and rows 3 and 21).
RESERVED_IDS = frozenset(("constructor", "toString", "tostring", "prototype", "hasownproperty", "valueof"))


def without_markup(text: str) -> str:
    """Return the text, or refuse it if it holds markup."""
    if MARKUP.search(text):
        raise ValueError("markup: write plain text")
    if "\n" in text.strip():
        raise ValueError("a line break: write it on one line")
    return text.strip()


def slug(text: str) -> str:
    """Return the text, or refuse it if it is no kebab-case ASCII id."""
    if not SLUG.fullmatch(text) or text in RESERVED_IDS:
        raise ValueError("not an id: use lower-case a to z, digits and hyphens")
    return text


def date(text: str) -> str:
    """Return a year, month or day (`2019`, `2019-07`, `2019-07-01`), or refuse what is no date."""
    if not re.fullmatch(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", text):
        raise ValueError("not a date: write 2019, 2019-07 or 2019-07-01, in quotes if it is a year alone")
    return text


Text = Annotated[str, Field(min_length=1, max_length=500), AfterValidator(without_markup)]
TranslatableText = Annotated[Text, TRANSLATABLE]
Title = Annotated[str, Field(min_length=1, max_length=90), AfterValidator(without_markup), TRANSLATABLE]
Texts = Annotated[tuple[Text, ...], TRANSLATABLE]
Slug = Annotated[str, Field(max_length=80), AfterValidator(slug)]
SourceKey = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Date = Annotated[str, AfterValidator(date)]
Year = Annotated[StrictInt, Field(ge=1900, le=2100)]
Number = StrictInt | StrictFloat
Amount = Annotated[Number, Field(ge=0, le=10_000_000_000)]
Minutes = Annotated[StrictInt, Field(ge=1, le=10_000)]
Coordinates = Annotated[
    tuple[Annotated[Number, Field(ge=-90, le=90)], Annotated[Number, Field(ge=-180, le=180)]],
    Field(description="latitude, longitude"),
]


class Closed:
    """Base of every schema: an unknown key is a problem."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
