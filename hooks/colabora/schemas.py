"""Schemas: the closed front matter of each kind of page, and what a translation may give of it.

pydantic stands at the boundary only: it turns a mapping into the plain frozen dataclasses below, or says why not.
What a translation may give is marked `Translatable`; everything else it inherits from the English page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal, get_args, get_type_hints

from pydantic import AfterValidator, Field, StrictInt, TypeAdapter

from colabora.field_types import (
    TRANSLATABLE,
    Amount,
    Closed,
    Coordinates,
    Date,
    Minutes,
    Number,
    Slug,
    SourceKey,
    Text,
    Texts,
    Title,
    TranslatableText,
    Year,
    without_markup,
)
from colabora.kinds import Kind, Role, Stage
from colabora.locales import SOURCE_LOCALE


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
class GroupSize(Closed):
    """How many people an activity needs and bears."""

    min: Annotated[StrictInt, Field(ge=1, le=500)]
    max: Annotated[StrictInt, Field(ge=1, le=500)]


@dataclass(frozen=True, kw_only=True)
class ActivityFrontMatter(PageFrontMatter):
    """Something a group does together; `duration` in minutes, `cost` for the whole group.

    Costs: none; low (under 20 euros); medium (20 to 100 euros); high (more).
    """

    category: Literal["networking", "learning", "informal", "discussion", "talk", "presentation", "creative"]
    duration: Minutes
    group: GroupSize
    cost: Literal["none", "low", "medium", "high"]
    materials: Texts
    purpose: TranslatableText


@dataclass(frozen=True, kw_only=True)
class TemplateFrontMatter(PageFrontMatter):
    """A file to fill in."""

    formats: Annotated[tuple[Literal["DOCX", "PPTX"], ...], Field(min_length=1)]
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
