"""Kinds of pages: the closed schema of each kind's front matter and the parts its body has to have.

pydantic stands at the boundary only: it turns a mapping into the plain frozen dataclasses below, or says why not.
What a translation may give is marked `Translatable`; everything else it inherits from the English page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Annotated, Any, ClassVar, Literal, get_args, get_type_hints

from pydantic import AfterValidator, ConfigDict, Field, StrictFloat, StrictInt, TypeAdapter

from colabora.locales import SOURCE_LOCALE


class Kind(StrEnum):
    """The kinds of pages of the content model."""

    STAGE = "stage"
    PRACTICE = "practice"
    CHECKLIST = "checklist"
    CASE_STUDY = "case-study"
    MODULE = "module"
    LESSON = "lesson"
    ACTIVITY = "activity"
    TEMPLATE = "template"
    CALCULATOR = "calculator"
    PAGE = "page"


# First match wins; a folder's own index that is not itself of the kind comes first.
PLACES: tuple[tuple[str, Kind], ...] = (
    ("methodology/index.md", Kind.PAGE),
    ("methodology/*/index.md", Kind.STAGE),
    ("methodology/*/*.md", Kind.PRACTICE),
    ("checklists/index.md", Kind.PAGE),
    ("checklists/*.md", Kind.CHECKLIST),
    ("case-studies/index.md", Kind.PAGE),
    ("case-studies/*.md", Kind.CASE_STUDY),
    ("training/index.md", Kind.PAGE),
    ("training/*/index.md", Kind.MODULE),
    ("training/*/*.md", Kind.LESSON),
    ("toolbox/*/index.md", Kind.PAGE),
    ("toolbox/activities/*.md", Kind.ACTIVITY),
    ("toolbox/templates/*.md", Kind.TEMPLATE),
    ("toolbox/calculators/*.md", Kind.CALCULATOR),
)


def kind_of(page: str) -> Kind:
    """Return the kind of a page from its place below the locale's folder (`case-studies/skola6.md`)."""
    depth = page.count("/")
    return next((k for pattern, k in PLACES if pattern.count("/") == depth and fnmatchcase(page, pattern)), Kind.PAGE)


# The headings every page of a kind has, by id, in this order; others may stand between them.
FIXED_PARTS: Mapping[Kind, tuple[str, ...]] = {
    Kind.STAGE: ("outcome", "practices", "checklist", "cases", "pitfalls"),
    Kind.PRACTICE: ("when-to-use", "when-not-to-use", "steps", "elsewhere", "pitfalls", "sources"),
    Kind.CHECKLIST: ("for-whom", "list", "use"),
    Kind.CASE_STUDY: (
        "at-a-glance", "story", "community", "money", "what-worked", "what-did-not", "what-others-can-use", "sources",
    ),
    Kind.MODULE: ("who", "objectives", "lessons", "assessment", "session-plan"),
    Kind.LESSON: ("key-points",),
    Kind.ACTIVITY: ("what-for", "before", "during", "after", "variants"),
    Kind.TEMPLATE: ("what-for", "how-to", "downloads"),
    Kind.CALCULATOR: ("what-for", "calculator", "formula", "ranges"),
}  # fmt: skip


class Stage(StrEnum):
    """The eight stages, in the order of the method."""

    SPARK = "spark"
    LISTEN = "listen"
    TEST = "test"
    SHAPE = "shape"
    SET_UP = "set-up"
    OPEN = "open"
    GROW = "grow"
    LAST = "last"


class Role(StrEnum):
    """Who does something in a space."""

    COMMUNITY_BUILDER = "community-builder"
    MANAGER = "manager"
    CARETAKER = "caretaker"
    OPERATOR = "operator"
    OWNER = "owner"
    FUNDER = "funder"
    COORDINATOR = "coordinator"
    VOLUNTEER = "volunteer"


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


@dataclass(frozen=True, kw_only=True)
class TranslationState(Closed):
    """Who made a translation and what it was made from: digests of the English sections by heading id."""

    status: Literal["machine", "reviewed"]
    reviewer: Text | None = None
    source: Mapping[str, Annotated[str, Field(pattern=r"^[0-9a-f]{8,64}$")]] = Field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class PageFrontMatter(Closed):
    """What every page has."""

    title: Title
    description: Annotated[str, Field(min_length=20, max_length=220), AfterValidator(without_markup), TRANSLATABLE]
    aliases: Texts = ()
    tags: tuple[Text, ...] = ()
    translation: TranslationState | None = None


@dataclass(frozen=True, kw_only=True)
class StageFrontMatter(PageFrontMatter):
    """A stage of the method."""

    number: Annotated[StrictInt, Field(ge=0, le=7)]
    question: TranslatableText
    duration: TranslatableText
    start_when: Texts
    done_when: Texts


@dataclass(frozen=True, kw_only=True)
class Evidence(Closed):
    """What a case says about a practice."""

    case: Slug
    verdict: Literal["confirms", "contradicts", "complicates"]
    note: TranslatableText


@dataclass(frozen=True, kw_only=True)
class PracticeFrontMatter(PageFrontMatter):
    """A practice of a stage with its evidence."""

    stage: Stage
    roles: tuple[Role, ...]
    effort: TranslatableText
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[SourceKey, ...]


@dataclass(frozen=True, kw_only=True)
class ChecklistFrontMatter(PageFrontMatter):
    """A page that holds one checklist."""

    stage: Stage
    roles: tuple[Role, ...]


@dataclass(frozen=True, kw_only=True)
class Site(Closed):
    """A building of a case."""

    name: Text
    place: Text
    coordinates: Coordinates | None = None
    opened: Date | None = None
    closed: Date | None = None
    status: Literal["open", "closed", "changed", "unknown"] | None = None
    area_m2: Annotated[Number, Field(gt=0, le=1_000_000)] | None = None
    desks: Annotated[StrictInt, Field(gt=0, le=10_000)] | None = None


@dataclass(frozen=True, kw_only=True)
class Price(Closed):
    """What a desk costs, in a year, from a source."""

    id: Slug
    amount: Amount
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    unit: Literal["day", "month", "m2-month"]
    year: Year
    vat: Literal["included", "excluded", "unknown"] = "unknown"
    source: SourceKey
    note: TranslatableText | None = None


@dataclass(frozen=True, kw_only=True)
class Funding(Closed):
    """Money that came from somebody, in a year, from a source."""

    id: Slug
    source_type: Literal["eu", "state", "region", "municipality", "private", "own"]
    amount: Amount
    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    year: Year
    source: SourceKey
    note: TranslatableText | None = None


@dataclass(frozen=True, kw_only=True)
class Figure(Closed):
    """A number that a source gives."""

    id: Slug
    what: TranslatableText
    value: Number
    unit: Text
    as_of: Date
    source: SourceKey


@dataclass(frozen=True, kw_only=True)
class Photo(Closed):
    """A photo with credit, licence and the consent of those shown."""

    file: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*\.(jpg|png|webp)$")]
    alt: TranslatableText
    credit: Text
    licence: Literal["CC BY-SA 4.0", "CC BY 4.0", "CC0 1.0"]
    people_shown: bool
    consent: Text | None = None


@dataclass(frozen=True, kw_only=True)
class CaseStudyFrontMatter(PageFrontMatter):
    """A case: what is known in public about a space, network, programme or event."""

    kind: Literal["space", "network", "programme", "event"]
    name: Text
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    partner: Slug | None = None
    setting: Literal["village", "small-town", "town", "region"] | None = None
    population: Annotated[StrictInt, Field(gt=0, le=10_000_000)] | None = None
    started: Year | None = None
    sites: tuple[Site, ...] = ()
    status: Literal["open", "closed", "changed", "unknown"]
    status_as_of: Date | None = None
    place_type: (
        Literal[
            "classic", "commuter-harbour", "bottom-hub", "retreat", "workation", "new-village-centre",
            "integrated-live-work",
        ]
        | None
    ) = None  # fmt: skip
    founder_type: Literal["company-spin-off", "committed-community", "municipality", "business-promotion"] | None = None
    host: (
        Literal[
            "library", "school", "farm", "community-centre", "shop", "municipal", "own-building", "hotel", "business",
            "other",
        ]
        | None
    ) = None  # fmt: skip
    operator: (
        Literal[
            "municipality", "association", "company", "cooperative", "foundation", "public-agency", "volunteers",
            "other",
        ]
        | None
    ) = None  # fmt: skip
    legal_form: Text | None = None
    prices: tuple[Price, ...] = ()
    funding: tuple[Funding, ...] = ()
    figures: tuple[Figure, ...] = ()
    stages: tuple[Stage, ...]
    sources: Annotated[tuple[SourceKey, ...], Field(min_length=1)]
    provenance: Literal["public-sources", "partner-submitted"]
    reviewed_by_space: Date | None = None
    consent: Text | None = None
    photos: tuple[Photo, ...] = ()
    last_checked: Date


@dataclass(frozen=True, kw_only=True)
class Objective(Closed):
    """What a learner can do afterwards."""

    id: Slug
    text: TranslatableText


@dataclass(frozen=True, kw_only=True)
class ModuleFrontMatter(PageFrontMatter):
    """A module of the course."""

    number: Annotated[StrictInt, Field(ge=1, le=10)]
    duration: Minutes
    level: Literal["beginner", "intermediate", "advanced"]
    prerequisites: tuple[Slug, ...] = ()
    questions: Texts = ()
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    key_points: Texts = ()
    competences: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True)
class LessonDuration(Closed):
    """Minutes of a lesson."""

    teaching: Minutes
    exercises: Minutes


@dataclass(frozen=True, kw_only=True)
class LessonFrontMatter(PageFrontMatter):
    """A lesson of a module."""

    duration: LessonDuration
    questions: Texts
    objectives: Annotated[tuple[Slug, ...], Field(min_length=1)]
    key_points: Texts


@dataclass(frozen=True, kw_only=True)
class ActivityFrontMatter(PageFrontMatter):
    """Something a group does together."""

    duration: Minutes
    group: Text
    cost: Text
    materials: Texts
    purpose: TranslatableText


@dataclass(frozen=True, kw_only=True)
class TemplateFrontMatter(PageFrontMatter):
    """A file to fill in."""

    formats: tuple[Text, ...]
    stage: Stage


@dataclass(frozen=True, kw_only=True)
class CalculatorFrontMatter(PageFrontMatter):
    """A calculation readers make with their own numbers."""

    inputs: tuple[Text, ...]
    outputs: tuple[Text, ...]
    cases: tuple[Slug, ...] = ()


FRONT_MATTER: Mapping[Kind, type[PageFrontMatter]] = {
    Kind.STAGE: StageFrontMatter,
    Kind.PRACTICE: PracticeFrontMatter,
    Kind.CHECKLIST: ChecklistFrontMatter,
    Kind.CASE_STUDY: CaseStudyFrontMatter,
    Kind.MODULE: ModuleFrontMatter,
    Kind.LESSON: LessonFrontMatter,
    Kind.ACTIVITY: ActivityFrontMatter,
    Kind.TEMPLATE: TemplateFrontMatter,
    Kind.CALCULATOR: CalculatorFrontMatter,
    Kind.PAGE: PageFrontMatter,
}
ADAPTERS: Mapping[Kind, TypeAdapter[PageFrontMatter]] = {k: TypeAdapter(v) for k, v in FRONT_MATTER.items()}

# Lists whose entries a translation names by a key, and the one text of an entry that it may give.
KEYED_LISTS: Mapping[str, tuple[str, str]] = {
    "evidence": ("case", "note"),
    "prices": ("id", "note"),
    "funding": ("id", "note"),
    "figures": ("id", "what"),
    "photos": ("file", "alt"),
    "objectives": ("id", "text"),
}


def field_names(kind: Kind) -> tuple[str, ...]:
    """Return the keys a page of a kind may have."""
    return tuple(f.name for f in fields(FRONT_MATTER[kind]))


def translatable_fields(kind: Kind) -> frozenset[str]:
    """Return the keys that a translation of a kind gives itself, whole or keyed by id."""
    hints = get_type_hints(FRONT_MATTER[kind], include_extras=True)
    whole = {name for name, hint in hints.items() if TRANSLATABLE in _metadata(hint)}
    keyed = {name for name in KEYED_LISTS if name in hints}
    if kind is Kind.LESSON:
        keyed.discard("objectives")  # ids of the module's objectives, not texts
    return frozenset(whole | keyed | {"translation"})


def _metadata(hint: object) -> tuple[object, ...]:
    """Return what `Annotated` carries, in the hint and in all it is made of."""
    return (*getattr(hint, "__metadata__", ()), *(m for part in get_args(hint) for m in _metadata(part)))


def json_schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema of a kind's front matter as it is written in the English page."""
    schema = ADAPTERS[kind].json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"Front matter of a {kind} ({SOURCE_LOCALE})"
    return schema
