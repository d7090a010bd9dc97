"""Checklists as data that people and programs take away: JSON with its schema, CSV, and a spreadsheet.

Takes in the knowledge base, spits out files by address: `data/lv/checklists.json`, `.csv`, `.xlsx`, `data/schema/…`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from colabora.checklists.elements import due_text
from colabora.checklists.model import Checklist, Item
from colabora.checklists.spreadsheet import Row, Sheet, sheet_to_xlsx
from colabora.data_files import Release, safe_text, to_json
from colabora.field_types import Closed
from colabora.kinds import Kind, Role, Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.locales import SOURCE_LOCALE
from colabora.page_context import PageContext
from colabora.publishing.addresses import address_of
from colabora.schemas import json_schema

CSV_COLUMNS = (
    "list", "list_title", "stage", "item", "text", "details", "role", "due_days", "needs", "digest", "lang", "url",
)  # fmt: skip
Digest = Annotated[str, Field(pattern="^[0-9a-f]{8}$")]
Id = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]


@dataclass(frozen=True, kw_only=True)
class ItemData(Closed):
    """An item in plain text; `lang` is there if it is not translated. `due_days` counts from the opening day."""

    id: Id
    text: str
    details: str
    role: Role | None
    due_days: int | None
    needs: tuple[Id, ...]
    digest: Annotated[Digest, Field(description="of the English text: the same in every language")]
    lang: Literal["en"] | None = None


@dataclass(frozen=True, kw_only=True)
class ChecklistData(Closed):
    """A list; `page` is its page's address below the site, `lang` is there if its title is not translated."""

    id: Id
    title: str
    stage: Stage | None
    page: str
    items: tuple[ItemData, ...]
    lang: Literal["en"] | None = None


@dataclass(frozen=True, kw_only=True)
class ChecklistsData(Closed):
    """All lists in one language."""

    version: str
    generated: str
    licence: str
    locale: str
    checklists: tuple[ChecklistData, ...]


def checklist_files(base: KnowledgeBase, release: Release) -> dict[str, bytes]:
    """Return every data file of the lists, and the schema of every kind of page, by address below the site."""
    files: dict[str, bytes] = {}
    for locale in base.locales:
        data = checklists_data(base, locale, release)
        files[f"data/{locale}/checklists.json"] = to_json(_without_none(asdict(data)))
        files[f"data/{locale}/checklists.csv"] = checklists_to_csv(data, release).encode()
        files[f"data/{locale}/checklists.xlsx"] = sheet_to_xlsx(
            checklists_sheet(base, data, release), release.generated
        )
    files["data/schema/checklists.json"] = to_json(release.head() | data_schema())
    for kind in Kind:
        files[f"data/schema/{kind}.json"] = to_json(release.head() | json_schema(kind))
    return files


def checklists_data(base: KnowledgeBase, locale: str, release: Release) -> ChecklistsData:
    """Return the lists of a language as data, by stage."""
    lists = sorted(
        base.checklists.get(locale, {}).values(), key=lambda c: list(Stage).index(c.stage) if c.stage else -1
    )
    return ChecklistsData(**release.head(), locale=locale, checklists=tuple(_list_data(c, locale) for c in lists))


def _list_data(checklist: Checklist, locale: str) -> ChecklistData:
    return ChecklistData(
        id=checklist.id,
        title=checklist.title,
        stage=checklist.stage,
        page=address_of(locale, checklist.page),
        items=tuple(_item_data(item, locale) for item in checklist.items),
        lang=_lang(checklist.locale, locale),
    )


def _item_data(item: Item, locale: str) -> ItemData:
    return ItemData(
        id=item.id,
        text=item.plain,
        details=item.plain_details,
        role=item.role,
        due_days=item.due_days,
        needs=item.needs,
        digest=item.digest,
        lang=_lang(item.locale, locale),
    )


def _lang(locale: str, reader: str) -> Literal["en"] | None:
    return "en" if locale == SOURCE_LOCALE != reader else None


def _without_none(value: dict[str, Any]) -> dict[str, Any]:
    """Leave out `lang` where a text is in the language of the file; role and date stay, so that every item is alike."""
    lists = [_without_lang(c) | {"items": [_without_lang(item) for item in c["items"]]} for c in value["checklists"]]
    return value | {"checklists": lists}


def _without_lang(value: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in value.items() if k != "lang" or v is not None}


def data_schema() -> dict[str, Any]:
    """Return the JSON Schema of a language's data file."""
    schema = TypeAdapter(ChecklistsData).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Checklists of one language"}


def checklists_to_csv(data: ChecklistsData, release: Release) -> str:
    """Return one line an item (RFC 4180); a text that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(CSV_COLUMNS)
    for checklist, item in _items(data):
        texts = [
            checklist.id,
            checklist.title,
            checklist.stage or "",
            item.id,
            item.text,
            item.details,
            item.role or "",
        ]
        due = "" if item.due_days is None else item.due_days
        rest = [" ".join(item.needs), item.digest, item.lang or data.locale, _url(checklist, item, release)]
        writer.writerow([*map(safe_text, texts), due, *map(safe_text, rest)])
    return out.getvalue()


def _items(data: ChecklistsData) -> Iterator[tuple[ChecklistData, ItemData]]:
    return ((checklist, item) for checklist in data.checklists for item in checklist.items)


def _url(checklist: ChecklistData, item: ItemData, release: Release) -> str:
    return f"{release.site_url.rstrip('/')}/{checklist.page}#item--{checklist.id}--{item.id}"


def checklists_sheet(base: KnowledgeBase, data: ChecklistsData, release: Release) -> Sheet:
    """Return all lists as one sheet to fill in, in the language of the data."""
    context = PageContext(data.locale, strings=base.strings[data.locale])
    stages: Mapping[str, str] = {
        stage: page.title for stage in Stage if (page := base.page(data.locale, f"methodology/{stage}/index.md"))
    }
    rows = []
    for checklist, item in _items(data):
        texts = {other.id: other.text for other in checklist.items}
        rows.append(
            Row(
                stage=stages.get(checklist.stage or "", checklist.stage or ""),
                list=checklist.title,
                number=checklist.items.index(item) + 1,
                item=item.text,
                details=item.details,
                role=context.string(f"role.{item.role}") if item.role else "",
                due="" if item.due_days is None else due_text(item.due_days, context),
                needs="\n".join(texts[n] for n in item.needs if n in texts),
                link=_url(checklist, item, release),
                list_id=checklist.id,
                item_id=item.id,
            )
        )
    subtitle = context.string(
        "sheet.subtitle",
        site=release.site_name,
        version=release.version,
        date=release.generated[:10],
        licence=release.licence,
    )
    return Sheet(context.strings, subtitle, tuple(rows))
