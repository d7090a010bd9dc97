"""Publishing: the files of search, written when the pages of all languages are there.

Takes in the folder of built pages, spits out into it `search/lv.json`, which a reader's browser fetches first, and
the folder it names, whose name carries a digest of its contents.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from colabora.kinds import Kind, Stage
from colabora.knowledge_base import KnowledgeBase
from colabora.publishing.addresses import address_of
from colabora.publishing.assets import digest
from colabora.publishing.publish import built_locales
from colabora.publishing.view import Site
from colabora.search.documents import Document, make_document
from colabora.search.index import Index, make_index
from colabora.search.paradigms import Paradigms
from colabora.search.termbase import concepts, words_of_terms
from colabora.search.word_forms import PARADIGMS
from colabora.strings import Strings

FOLDER = "search"
COMPOUNDING = ("de",)
# Strings that pages hold themselves, or that stand among the labels.
ELSEWHERE = ("quality", "kind-", "title", "label", "hint", "close", "index", "trouble")


def publish_search(site: Site, folder: Path) -> None:
    """Write the index of every built language."""
    for locale in built_locales(site, folder):
        documents = tuple(read_documents(site.base, locale, folder))
        for name, text in search_files(site.base, locale, documents).items():
            path = folder / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")


def read_documents(base: KnowledgeBase, locale: str, folder: Path) -> Iterator[Document]:
    """Yield the pages written in a language; a page shown in English for want of a translation is none."""
    for name, page in base.pages[locale].items():
        file = folder / address_of(locale, name) / "index.html"
        if file.is_file():
            yield make_document(base, page, file.read_text(encoding="utf-8"))


def search_files(base: KnowledgeBase, locale: str, documents: tuple[Document, ...]) -> dict[str, str]:
    """Return the files of a language by their name below `search/`."""
    protected = words_of_terms(base.registers.glossary, locale)
    paradigms = PARADIGMS.get(locale, Paradigms())
    index = make_index(documents, protected, paradigms.marks, splits=locale in COMPOUNDING)
    home = f"{locale}/{digest(*(part.encode() for file in sorted(index.files.items()) for part in file))}"
    files = {f"{home}/{name}": text for name, text in index.files.items()}
    files[f"{locale}.json"] = _json(core(base, locale, documents, index, f"{FOLDER}/{home}/"))
    return files


def core(
    base: KnowledgeBase, locale: str, documents: tuple[Document, ...], index: Index, home: str
) -> dict[str, object]:
    """Return what a browser needs before the first search of a language."""
    strings = base.strings[locale]
    pairs = zip(documents, index.blocks, strict=True)
    return {
        "home": home,
        "bounds": " ".join(index.bounds),
        "common": " ".join(index.common),
        "pages": [[d.address, d.title, d.kind, d.stage, d.country, *blocks] for d, blocks in pairs],
        "terms": [list(map("|".join, names)) for names in concepts(base.registers.glossary, locale)],
        "forms": paradigms_to_json(PARADIGMS.get(locale, Paradigms())),
        "strings": {key: text for key, text in strings.section("search").items() if not key.startswith(ELSEWHERE)},
        "labels": {
            "kind": {kind.value: kind_name(strings, kind) for kind in Kind if any(d.kind == kind for d in documents)},
            "stage": dict(_stages(base, locale)),
            "country": {code: strings.country(code) for code in sorted({d.country for d in documents if d.country})},
        },
    }


def kind_name(strings: Strings, kind: Kind) -> str:
    """Return what a page of a kind is called in a list of results."""
    own = f"search.kind-{kind.value}"
    return strings(own if own in strings.texts else f"kind.{kind.value}")


def _stages(base: KnowledgeBase, locale: str) -> Iterator[tuple[str, str]]:
    for stage in Stage:
        page = base.page(locale, f"methodology/{stage.value}/index.md")
        if page:
            yield stage.value, page.title


def paradigms_to_json(paradigms: Paradigms) -> dict[str, object]:
    """Return paradigms with each list as one line, `-` for what is empty; lists that recur are written once."""
    lists: dict[str, int] = {}

    def number(words: tuple[str, ...]) -> int:
        return lists.setdefault(_line(words), len(lists))

    classes = [
        [
            number(c.endings),
            c.shortest,
            number(c.soft),
            number(c.circumfixed),
            number(c.only),
            list(map(_line, c.alternating)),
        ]
        for c in paradigms.classes
    ]
    return {
        "classes": classes,
        "groups": " · ".join(map(_line, paradigms.groups)),
        "groupEndings": number(paradigms.group_endings),
        "prefixes": _line(paradigms.prefixes),
        "marks": _line(paradigms.marks),
        "softened": dict(paradigms.softened),
        "lists": list(lists),
    }


def _line(words: tuple[str, ...]) -> str:
    return " ".join(word or "-" for word in words)


def _json(value: Mapping[str, object]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
