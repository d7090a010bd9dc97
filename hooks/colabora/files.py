"""Files: what may lie in `docs/`, so that nothing else is ever published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from colabora.locales import LOCALE_FOLDER
from colabora.problems import Problem, quote, rule
from colabora.registers import FOLDER as REGISTERS

PAGE = ".md"
PICTURES = frozenset((".jpg", ".png", ".webp"))
FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+")
FOLDER_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_NAME = 80
# Device names of Windows, on which a clone would fail.
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
# First bytes of the pictures that may be published.
PICTURE_MARKS = {".jpg": b"\xff\xd8\xff", ".png": b"\x89PNG\r\n\x1a\n", ".webp": b"RIFF"}
LARGEST_PICTURE = 10_000_000


@rule("file-type")
def wrong_file_type(name: str) -> tuple[str, str]:
    """Keep only pages (`.md`) and pictures (`.jpg`, `.png`, `.webp`) in a language's folder.

    Bad: `docs/en/about/widget.html`, `docs/en/logo.svg`

    Good: `docs/en/about/index.md`, `docs/en/case-studies/skola6-hall.jpg`
    """
    return f"{quote(name)} is neither a page nor a picture", "delete it, or save it as .md, .jpg, .png or .webp"


@rule("file-name")
def wrong_file_name(name: str) -> tuple[str, str]:
    """Name files and folders in lower-case English with hyphens, at most 80 characters.

    Bad: `Mūsu telpa.md`, `aux.md`

    Good: `our-space.md`
    """
    return (
        f"{quote(name)} can't be a file name here",
        "use lower-case a to z, digits and hyphens, at most 80 characters",
    )


@rule("symlink")
def symbolic_link(name: str) -> tuple[str, str]:
    """Put the file itself into `docs/`, never a link to one elsewhere.

    Bad: `docs/en/notes.md → ../../../private.md`

    Good: a file `docs/en/notes.md`
    """
    return f"{quote(name)} is a symbolic link", "replace it by the file it points to"


@rule("docs-folder")
def not_a_locale(name: str) -> tuple[str, str]:
    """Put into `docs/` only the folders of the languages that have a strings file.

    Bad: `docs/index.md`, `docs/xy/`

    Good: `docs/en/index.md`
    """
    return (
        f"{quote(name)} in docs/ is no language of this site",
        "move it into docs/en/, or prepare the language with “colabora new-locale”",
    )


@rule("picture-file")
def wrong_picture(name: str, why: str) -> tuple[str, str]:
    """Publish real pictures only, of ten megabytes or less.

    Bad: a web page renamed to `.jpg`

    Good: a photo saved as JPEG
    """
    return f"{quote(name)} {why}", "save it again as a picture of at most 10 MB"


def page_files(root: Path, locale: str) -> list[Path]:
    """Return a language's pages below the repository root, sorted; links are left out."""
    folder = root / "docs" / locale
    found = sorted(p for p in folder.rglob(f"*{PAGE}") if not _has_link(p, root))
    return [p for p in found if p.is_file()]


def is_published(file: Path, root: Path) -> bool:
    """Tell whether a file in docs/ may be published: a page or picture, and no link on the way to it."""
    return file.suffix in {PAGE, *PICTURES} and not _has_link(file, root)


def _has_link(file: Path, root: Path) -> bool:
    return any(p.is_symlink() for p in (file, *file.parents) if p.is_relative_to(root) and p != root)


def check_files(root: Path, locales: tuple[str, ...]) -> list[Problem]:
    """Return what is wrong with the names and types of what lies in `docs/`."""
    docs = root / "docs"
    problems: list[Problem] = []
    for entry in sorted(docs.iterdir()):
        path = entry.relative_to(root).as_posix()
        if entry.is_symlink():
            problems.append(symbolic_link.at(path, 1, entry.name))
        elif not entry.is_dir() or not LOCALE_FOLDER.fullmatch(entry.name) or entry.name not in locales:
            problems.append(not_a_locale.at(path, 1, entry.name))
        else:
            problems += _check_folder(entry, root)
    return problems


def _check_folder(folder: Path, root: Path) -> Iterator[Problem]:
    for entry in sorted(folder.iterdir()):
        path = entry.relative_to(root).as_posix()
        if entry.is_symlink():
            yield symbolic_link.at(path, 1, entry.name)
        elif entry.is_dir():
            if not FOLDER_NAME.fullmatch(entry.name) or DEVICES.match(entry.name) or len(entry.name) > LONGEST_NAME:
                yield wrong_file_name.at(path, 1, entry.name)
            yield from _check_folder(entry, root)
        else:
            yield from _check_file(entry, path)


def _check_file(file: Path, path: str) -> Iterator[Problem]:
    is_register = path.startswith(f"{REGISTERS}/") and file.suffix == ".yml"
    if file.suffix not in {PAGE, *PICTURES} and not is_register:
        yield wrong_file_type.at(path, 1, file.name)
        return
    if not FILE_NAME.fullmatch(file.name) or DEVICES.match(file.name) or len(file.name) > LONGEST_NAME:
        yield wrong_file_name.at(path, 1, file.name)
    if file.suffix in PICTURES:
        if file.stat().st_size > LARGEST_PICTURE:
            yield wrong_picture.at(path, 1, file.name, "is larger than 10 MB")
        with file.open("rb") as opened:
            if not opened.read(16).startswith(PICTURE_MARKS[file.suffix]):
                yield wrong_picture.at(path, 1, file.name, f"is no {file.suffix[1:].upper()} picture inside")
