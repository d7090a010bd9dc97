"""Kept: the English text that stamped sections were made from, so that a change can be shown without git.

The register `docs/en/about/translated-from.yml` holds one section a line, found by its digest. It does not grow
without bound: languages share an entry, and one that no stamp names any more is dropped at the next stamping, so
that it holds at most the English text of today and the older sections that outdated translations were made from.
Lines in the order of pages merge well, and git stores plain lines smaller than a packed file that changes whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from colabora.knowledge_base import KnowledgeBase, Page
from colabora.locales import SOURCE_LOCALE
from colabora.translations.freshness import front_matter_texts, section_digests, section_key, stamped_digests
from colabora.translations.model import FRONT_MATTER

REGISTER = "docs/en/about/translated-from.yml"
HEADER = "# Written by “colabora translations stamp”: the English sections that translations were made from.\n"
ENTRY = "- "


@dataclass(frozen=True, order=True)
class KeptSection:
    """An English section as it was when a translation of it was stamped."""

    page: str
    section: str
    digest: str
    text: tuple[str, ...]


def section_lines(english: Page, key: str) -> tuple[str, ...]:
    """Return a section as it is now, line by line; the front matter as `key: text`."""
    if key == FRONT_MATTER:
        return tuple(_front_matter_lines(front_matter_texts(english.source, english.kind)))
    section = next(s for s in english.sections if section_key(s) == key)
    heading = [f"{'#' * section.level} {section.heading}", ""] if section.id else []
    return tuple("\n".join([*heading, section.text.strip("\n")]).split("\n"))


def _front_matter_lines(texts: Mapping[str, object]) -> Iterable[str]:
    for key, value in texts.items():
        match value:
            case dict():
                yield from (f"{key} ({name}): {text}" for name, text in value.items())
            case list():
                yield from (f"{key}: {text}" for text in value)
            case _:
                yield f"{key}: {value}"


def read_kept(root: Path) -> dict[str, KeptSection]:
    """Return the kept sections by digest; a line that can't be read (a merge left half done) is passed over."""
    file = root / REGISTER
    if not file.is_file():
        return {}
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith(ENTRY):
            try:
                values = json.loads(line.removeprefix(ENTRY))
                entry = KeptSection(values["page"], values["section"], values["digest"], tuple(values["text"]))
            except (ValueError, KeyError, TypeError):
                continue
            found[entry.digest] = entry
    return found


def keep(base: KnowledgeBase, stamped: Mapping[str, Mapping[str, str]]) -> None:
    """Keep the English text of every stamp there is and drop what no stamp names; `stamped` are new digests by path."""
    kept = read_kept(base.root)
    translations = (p for x in base.locales if x != SOURCE_LOCALE for p in base.pages[x].values())
    named = {d for p in translations for d in stamped.get(p.path, stamped_digests(p)).values()}
    current: dict[str, KeptSection] = {}
    for page in base.pages[SOURCE_LOCALE].values():
        for key, digest in section_digests(page).items():
            if digest in named:
                current[digest] = KeptSection(page.name, key, digest, section_lines(page, key))
    write_kept(base.root, {**{d: e for d, e in kept.items() if d in named}, **current}.values())


def write_kept(root: Path, entries: Iterable[KeptSection]) -> None:
    """Write the register whole or not at all; without entries there is none."""
    file = root / REGISTER
    lines = [f"{ENTRY}{json.dumps(asdict(e), ensure_ascii=False)}\n" for e in sorted(entries)]
    if not lines:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".part")
    draft.write_text(HEADER + "".join(lines), encoding="utf-8")
    draft.replace(file)
