"""Front matter checked: a mapping as YAML gave it becomes the dataclass of its kind, or problems.

A translation's front matter is laid over the English page's first, so that one schema judges both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, cast, get_args, get_type_hints

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from colabora.kinds import Kind, kind_of
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem, quote, rule
from colabora.schemas import ADAPTERS, FRONT_MATTER, KEYED_LISTS, PageFrontMatter, field_names, translatable_fields
from colabora.source import Source


@rule("unknown-key")
def unknown_key(key: str, where: str, nearest: str) -> tuple[str, str]:
    """Use only the keys that a page of this kind has.

    Bad: `titel: Test`

    Good: `title: Test`
    """
    mend = f"did you mean {quote(nearest)}?" if nearest else "delete it"
    return f"{where} has no key {quote(key)}", mend


@rule("missing-key")
def missing_key(key: str, where: str) -> tuple[str, str]:
    """Give every key that a page of this kind needs.

    Bad: a practice without `sources:`

    Good: `sources: [skola6-ir]`
    """
    return f"{where} has no {quote(key)}", f"add “{key}: …”"


@rule("wrong-value")
def wrong_value(key: str, value: object, why: str) -> tuple[str, str]:
    """Give a key the kind of value it takes.

    Bad: `stage: tset`, `tags: [no, yes]`, `started: long ago`

    Good: `stage: test`, `tags: ["no", "yes"]`, `started: 2015`
    """
    return f"{key} can't be {quote(value)}", why


@rule("not-translatable")
def not_translatable(key: str) -> tuple[str, str]:
    """Let a translation give texts only; it inherits all else from the English page.

    Bad: `population: 13500` in `docs/lv/case-studies/la-quincaillerie.md`

    Good: `title: La Quincaillerie` in that file
    """
    return f"a translation does not give {quote(key)}", "delete it, it is inherited from the English page"


@rule("translation-without-source")
def translation_without_source(page: str) -> tuple[str, str]:
    """Translate pages that exist in English: ids are made there only.

    Bad: `docs/lv/about/jauns.md` without `docs/en/about/jauns.md`

    Good: the same file name in both
    """
    return (
        f"no English page {quote(f'docs/{SOURCE_LOCALE}/{page}')}",
        "rename the file like the English one or delete it",
    )


@rule("translation-state")
def translation_state_missing() -> tuple[str, str]:
    """Say in a translation who made it: machine or reviewed.

    Bad: a Latvian page without `translation:`

    Good: `translation: {status: machine}`
    """
    return (
        "a translation without “translation:”",
        "add “translation: {status: machine}” and run “colabora translations stamp”",
    )


def check_front_matter(source: Source, english: Source | None) -> tuple[PageFrontMatter | None, list[Problem]]:
    """Return the front matter as the dataclass of the page's kind, with all that is wrong with it.

    `english` is the page of the same name in the source language; None if `source` is that page or there is none.
    """
    kind = kind_of(source.page)
    values: Mapping[str, object] = source.front_matter
    problems: list[Problem] = []
    if source.locale != SOURCE_LOCALE:
        if english is None:
            return None, [translation_without_source.at(source.path, 1, source.page)]
        values, problems = inherit(source, english, kind)
    elif "translation" in values:
        problems.append(
            unknown_key.at(source.path, source.line_of("translation"), "translation", "an English page", "")
        )
        values = {k: v for k, v in values.items() if k != "translation"}
    try:
        checked = ADAPTERS[kind].validate_python(dict(values))
    except ValidationError as fault:
        errors = fault.errors(include_url=False, include_input=True)
        own = [e for e in errors if source.locale == SOURCE_LOCALE or _is_own(e, source)]
        worded = [_word(e, source, kind) for e in own]
        # A value that may be of two types breaks both: one line is enough.
        return None, problems + list({(p.line, p.what): p for p in reversed(worded)}.values())[::-1]
    return checked, problems


def inherit(source: Source, english: Source, kind: Kind) -> tuple[dict[str, object], list[Problem]]:
    """Lay a translation's texts over the English front matter; say what it must not give."""
    problems: list[Problem] = []
    merged = dict(english.front_matter)
    allowed = translatable_fields(kind)
    if "translation" not in source.front_matter:
        problems.append(translation_state_missing.at(source.path, 1))
    missing = [k for k in ("title", "description") if k not in source.front_matter]
    problems += [missing_key.at(source.path, 1, key, "a translation") for key in missing]
    for key, value in source.front_matter.items():
        line = source.line_of(str(key))
        if key not in field_names(kind):
            problems.append(_unknown(source.path, line, str(key), kind))
        elif key not in allowed:
            problems.append(not_translatable.at(source.path, line, key))
        elif key in KEYED_LISTS:
            merged[key], found = _inherit_list(source, str(key), value, merged.get(key))
            problems += found
        else:
            merged[key] = value
    return merged, problems


def _inherit_list(source: Source, key: str, translated: object, inherited: object) -> tuple[object, list[Problem]]:
    name, text = KEYED_LISTS[key]
    problems: list[Problem] = []
    texts: dict[object, object] = {}
    known = [e.get(name) for e in _mappings(inherited)]
    if not isinstance(translated, list):
        return inherited, [wrong_value.at(source.path, source.line_of(key), key, translated, "write a list")]
    for number, entry in enumerate(translated):
        line = source.line_of(f"{key}.{number}")
        if not isinstance(entry, dict) or name not in entry:
            problems.append(missing_key.at(source.path, line, name, f"an entry of {key}"))
            continue
        if entry[name] not in known:
            why = f"write one of the English page’s: {', '.join(map(str, known))}"
            problems.append(wrong_value.at(source.path, line, f"{key}: {name}", entry[name], why))
        problems += [not_translatable.at(source.path, line, f"{key}: {k}") for k in entry if k not in (name, text)]
        texts[entry[name]] = entry.get(text)
    return [
        {**e, text: texts[e[name]]} if texts.get(e.get(name)) is not None else e for e in _mappings(inherited)
    ], problems


def _mappings(value: object) -> list[dict[Any, Any]]:
    return [e for e in value if isinstance(e, dict)] if isinstance(value, list) else []


def _is_own(error: ErrorDetails, source: Source) -> bool:
    """Tell whether a fault lies in what the translation itself gives."""
    return bool(error["loc"]) and error["loc"][0] in source.front_matter


def _unknown(path: str, line: int, key: str, kind: Kind) -> Problem:
    nearest = get_close_matches(key, field_names(kind), n=1)
    return unknown_key.at(path, line, key, f"a page of kind {kind}", nearest[0] if nearest else "")


def _word(error: ErrorDetails, source: Source, kind: Kind) -> Problem:
    """Word one fault that pydantic found in plain English, at the line of its key."""
    place = ".".join(str(part) for part in error["loc"])
    line = source.line_of(place)
    last = str(error["loc"][-1]) if error["loc"] else ""
    match error["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            if len(error["loc"]) == 1:
                return _unknown(source.path, line, last, kind)
            nearest = get_close_matches(last, _nested_names(kind, error["loc"]), n=1)
            return unknown_key.at(source.path, line, last, str(error["loc"][0]), nearest[0] if nearest else "")
        case "missing" | "missing_keyword_only_argument" | "missing_argument":
            parent = str(error["loc"][0]) if len(error["loc"]) > 1 else f"a page of kind {kind}"
            return missing_key.at(source.path, line, last, parent)
        case _:
            # A union adds the member it tried ("int", "literal[…]"); only what stands on the page is kept.
            while "." in place and place not in source.key_lines:
                place = place.rpartition(".")[0]
            return wrong_value.at(source.path, line, place, error["input"], _cure(error))


def _nested_names(kind: Kind, loc: Sequence[int | str]) -> list[str]:
    hint = get_type_hints(FRONT_MATTER[kind]).get(str(loc[0]))
    return [
        f.name
        for part in (hint, *get_args(hint))
        if hasattr(part, "__dataclass_fields__")
        for f in fields(cast(Any, part))
    ]


def _cure(error: ErrorDetails) -> str:
    context = error.get("ctx", {})
    match error["type"]:
        case "enum" | "literal_error":
            return f"write one of: {str(context.get('expected', '')).replace(' or ', ', ')}"
        case "string_type":
            return "write text; put it in quotes if it is a number, a date, yes or no"
        case "value_error":
            return str(context.get("error", error["msg"])).partition(": ")[2] or str(context.get("error"))
        case "tuple_type" | "mapping_type" | "dict_type" | "dataclass_type":
            return "write a list" if "tuple" in error["type"] else "write keys and values"
        case _:
            return error["msg"][:1].lower() + error["msg"][1:]
