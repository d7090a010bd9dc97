"""New language: everything that `colabora new-locale ca` prepares, so that translating can begin the same day.

Writes the interface strings with the English texts, each marked as still to translate, in the plural forms of the
language; adds the language to mkdocs.yml; makes its folder. Until then every page is shown in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError

from colabora.locales import LOCALE_FOLDER, SOURCE_LOCALE
from colabora.problems import Problem, Severity, rule
from colabora.source import parse_yaml
from colabora.strings import FOLDER, plural_categories

MARK = "# translate"
SETTINGS = "mkdocs.yml"
LANGUAGE_LINE = re.compile(r"^(\s*)- \{locale: (\w+), .*\}\s*$")
# A key with its text in quotes, or with its plural forms in braces, as the strings files write them.
TEXT_LINE = re.compile(r"^ {2}[\w-]+: (?P<value>.+)$")


class CannotAddError(Exception):
    """Say why a language can't be added."""


@rule("string-untranslated", Severity.WARNING)
def untranslated_strings(count: int) -> tuple[str, str]:
    """Translate the interface strings of a new language.

    Bad: `open: "Open the menu"  # translate`

    Good: `open: "Obre el menú"`
    """
    return f"{count} interface strings are still in English, here first", f"translate them and delete “{MARK}”"


def new_locale(root: Path, locale: str) -> list[str]:
    """Prepare a language and return the paths of what was written."""
    name = _name(locale)
    strings, settings = root / FOLDER / f"{locale}.yml", root / SETTINGS
    folder = root / "docs" / locale
    text = settings.read_text(encoding="utf-8")
    if strings.exists() or re.search(rf"\{{locale: {locale},", text):
        raise CannotAddError(f"{locale} is there already")
    settings.write_text(add_language(text, locale, name), encoding="utf-8")
    english = (root / FOLDER / f"{SOURCE_LOCALE}.yml").read_text(encoding="utf-8")
    strings.write_text(mark_strings(english, locale), encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    return [p.relative_to(root).as_posix() for p in (strings, settings, folder)]


def _name(locale: str) -> str:
    """Return the name of a language in itself (`Català`)."""
    if not LOCALE_FOLDER.fullmatch(locale):
        raise CannotAddError(f"{locale} is no language code of two letters, such as ca")
    try:
        name = Locale(locale).language_name or locale
    except UnknownLocaleError:
        raise CannotAddError(
            f"nothing is known about the language {locale}: its plural forms, dates and numbers"
        ) from None
    return name[:1].upper() + name[1:]


def add_language(settings: str, locale: str, name: str) -> str:
    """Return mkdocs.yml with a line for the language behind the last one."""
    lines = settings.splitlines(keepends=True)
    places = [n for n, line in enumerate(lines) if LANGUAGE_LINE.match(line)]
    if not places:
        raise CannotAddError(f"{SETTINGS} has no lines “- {{locale: …}}” to stand beside")
    last = places[-1]
    indent = lines[last][: len(lines[last]) - len(lines[last].lstrip())]
    lines.insert(last + 1, f"{indent}- {{locale: {locale}, name: {name}, build: true}}\n")
    return "".join(lines)


def mark_strings(english: str, locale: str) -> str:
    """Return the English strings file with every text marked and the plural forms that the language has."""
    forms = plural_categories(locale)
    return "".join(_mark(line, forms) for line in english.splitlines(keepends=True))


def _mark(line: str, forms: tuple[str, ...]) -> str:
    match = TEXT_LINE.match(line.rstrip("\n"))
    if match is None:
        return line
    value, _, _ = parse_yaml(match["value"], "")
    key = line[: match.start("value")]
    if isinstance(value, dict):
        texts = ", ".join(f"{form}: {_quoted(str(value.get(form, value['other'])))}" for form in forms)
        return f"{key}{{{texts}}}  {MARK}\n"
    return f"{key}{_quoted(str(value))}  {MARK}\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def check_marks(root: Path, locales: tuple[str, ...]) -> Iterator[Problem]:
    """Return for each language how many interface strings are still marked."""
    for locale in locales:
        path = f"{FOLDER}/{locale}.yml"
        lines = (root / path).read_text(encoding="utf-8").splitlines()
        marked = [n for n, line in enumerate(lines, start=1) if line.endswith(MARK)]
        if marked:
            yield untranslated_strings.at(path, marked[0], len(marked))
