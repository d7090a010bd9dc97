"""One Markdown file: its path, locale, front matter, body and first body line.

Takes in a file as an author saved it, spits out a `Source` and what is wrong with the file itself: its bytes,
its size, and the YAML between its `---` lines. What the YAML says is checked elsewhere (`kinds`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath

import yaml

from colabora.problems import Problem, quote, rule

LARGEST_FILE = 1_000_000  # bytes; the longest real page is under 30 kB
LARGEST_FRONT_MATTER = 50_000  # characters
DEEPEST_YAML = 8
LONGEST_LINE = 10_000
FENCE = "---"
CODE_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
# Bidirectional controls and invisible characters with which text can be made to read other than it is stored.
# Zero-width joiners and the soft hyphen stay allowed in neither: no language here needs them.
INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff\u206a\u206b\u206c\u206d\u206e\u206f\U000e0001"
)
# Isolates are the honest way to set right-to-left names, so they stay.


@rule("utf-8")
def not_utf_8(where: int) -> tuple[str, str]:
    """Save every file as UTF-8 text.

    Bad: a page saved as Latin-1 or UTF-16, or a picture renamed to `.md`.

    Good: a page saved with the encoding “UTF-8”.
    """
    return f"byte {where} is not UTF-8 text", "save the file as UTF-8"


@rule("control-character")
def control_character(character: str) -> tuple[str, str]:
    r"""Leave control and invisible characters out: they hide what a text really says.

    Bad: `pay\u202Eroll` (reads backwards), a NUL byte, a zero-width space inside a word.

    Good: `payroll`
    """
    return f"invisible character U+{ord(character):04X}", "delete it"


@rule("file-size")
def too_large(size: int, limit: int, unit: str) -> tuple[str, str]:
    """Keep a page small enough to be read: a million bytes, 50,000 characters of front matter.

    Bad: a page with a table of 5,000 rows.

    Good: the table as a spreadsheet beside the page, its ten most telling rows in the page.
    """
    return f"{size:,} {unit}, the limit is {limit:,}", "shorten it or split the page"


@rule("line-length")
def too_long_line(length: int) -> tuple[str, str]:
    """Keep lines under 10,000 characters; one sentence a line reads best in a comparison.

    Bad: a picture pasted as `data:` text.

    Good: the picture as a file.
    """
    return f"a line of {length:,} characters", f"break it into lines under {LONGEST_LINE:,}"


@rule("front-matter")
def bad_front_matter(why: str) -> tuple[str, str]:
    """Begin every page with front matter: YAML between two lines of `---`.

    Bad:

        title: "Test

    Good:

        ---
        title: Test
        description: Find out before you spend.
        ---
    """
    return (
        f"front matter can't be read: {why}",
        "write `key: value` lines between two lines of ---, text with a colon in quotes",
    )


@rule("yaml-feature")
def yaml_feature(feature: str) -> tuple[str, str]:
    """Use plain YAML: no anchors, aliases, merge keys or tags.

    Bad: `tags: [&a x, *a]`, `title: !!python/name:os.system`

    Good: `tags: [x]`
    """
    return f"YAML {feature}", "write the value out in full"


@rule("yaml-depth")
def yaml_too_deep() -> tuple[str, str]:
    """Nest front matter no deeper than eight levels.

    Bad: `tags: [[[[[[[[[x]]]]]]]]]`

    Good: `tags: [x]`
    """
    return f"YAML nested deeper than {DEEPEST_YAML} levels", "flatten it"


@rule("duplicate-key")
def duplicate_key(key: str, first: int) -> tuple[str, str]:
    """Give every key once.

    Bad:

        title: Test
        title: Trial

    Good:

        title: Test
    """
    return f"key {quote(key)} stands here a second time (first in line {first})", "delete one of the two"


@dataclass(frozen=True)
class Line:
    """A line of a source: `number` counts from 1 in the file; `code` tells a line inside a code block."""

    number: int
    text: str
    code: bool = False


@dataclass(frozen=True)
class Source:
    """One Markdown file as saved.

    `path` is relative to the repository root, `page` relative to the locale's folder; `key_lines` says in which
    line of the file a key of the front matter stands (`funding.0.amount`); `first_body_line` counts from 1.
    """

    path: str
    locale: str
    page: str
    front_matter: Mapping[str, object] = field(default_factory=dict)
    key_lines: Mapping[str, int] = field(default_factory=dict)
    body: str = ""
    first_body_line: int = 1

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Return the body's lines with their number in the file, telling code apart; a dozen checks read them."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        fence = ""
        for number, text in enumerate(self.body.split("\n"), start=self.first_body_line):
            match = CODE_FENCE.match(text)
            if fence:
                yield Line(number, text, code=True)
                if match and match[1].startswith(fence) and not text.strip().strip(fence[0]):
                    fence = ""
            elif match:
                fence = match[1]
                yield Line(number, text, code=True)
            else:
                yield Line(number, text)

    def line_of(self, key: str) -> int:
        """Return the line of a front matter key, or of its nearest parent that is there, or 1."""
        while key and key not in self.key_lines:
            key = key.rpartition(".")[0]
        return self.key_lines.get(key, 1)

    def text(self, key: str) -> str:
        """Return a front matter value if it is text, else nothing."""
        value = self.front_matter.get(key)
        return value if isinstance(value, str) else ""


def read_source(file: Path, root: Path) -> tuple[Source, list[Problem]]:
    """Read `docs/<locale>/<page>` below the repository root."""
    path = file.relative_to(root).as_posix()
    size = file.stat().st_size
    if size > LARGEST_FILE:
        locale, page = split_path(path)
        return Source(path, locale, page), [too_large.at(path, 1, size, LARGEST_FILE, "bytes")]
    return parse_source(file.read_bytes(), path)


def split_path(path: str) -> tuple[str, str]:
    """Split `docs/lv/about/index.md` into locale and page: `("lv", "about/index.md")`."""
    _, locale, *rest = PurePosixPath(path).parts
    return locale, "/".join(rest)


def parse_source(raw: bytes, path: str) -> tuple[Source, list[Problem]]:
    """Take a file's bytes apart into front matter and body."""
    locale, page = split_path(path)
    empty = Source(path, locale, page)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        return empty, [not_utf_8.at(path, line, fault.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    problems = [*_character_problems(path, lines)]
    if not lines or lines[0].rstrip() != FENCE:
        problems.append(bad_front_matter.at(path, 1, "the first line is not ---"))
        return Source(path, locale, page, body=text, first_body_line=1), problems
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if end is None:
        problems.append(bad_front_matter.at(path, 1, "no second line of --- ends it"))
        return empty, problems
    header = "\n".join(lines[1:end])
    front_matter, key_lines, yaml_problems = parse_yaml(header, path, first_line=2)
    problems += yaml_problems
    if not isinstance(front_matter, dict):
        if not yaml_problems:
            problems.append(bad_front_matter.at(path, 2, "it is not a list of keys and values"))
        front_matter = {}
    body = "\n".join(lines[end + 1 :])
    return Source(path, locale, page, front_matter, key_lines, body, end + 2), problems


def _character_problems(path: str, lines: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            yield too_long_line.at(path, number, len(line))
        if line.isprintable():
            continue
        for character in line:
            if (character < " " and character != "\t") or "\x7f" <= character < "\xa0" or character in INVISIBLE:
                yield control_character.at(path, number, character)
                break


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[object, dict[str, int], list[Problem]]:
    """Parse plain YAML into values, the line of every key, and problems.

    Anchors, aliases, tags, duplicate keys and deep nesting are refused before a value is built, so that an alias
    bomb never unfolds.
    """
    if len(text) > LARGEST_FRONT_MATTER and first_line > 1:
        return (
            None,
            {},
            [too_large.at(path, first_line, len(text), LARGEST_FRONT_MATTER, "characters of front matter")],
        )
    problems: list[Problem] = []
    try:
        problems += _yaml_feature_problems(text, path, first_line)
        if problems:
            return None, {}, problems
        loader = PlainLoader(text)
        node = loader.get_single_node()
        key_lines: dict[str, int] = {}
        if node is not None:
            problems += _index_keys(node, path, first_line, "", key_lines)
        value = None if node is None else loader.construct_document(node)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = first_line + (mark.line if mark else 0)
        return None, {}, [bad_front_matter.at(path, line, fault.problem or "broken YAML")]
    except (yaml.YAMLError, ValueError) as fault:
        return None, {}, [bad_front_matter.at(path, first_line, str(fault))]
    return value, key_lines, problems


class PlainLoader(yaml.CSafeLoader):
    """A safe loader that keeps dates as text, so that `2019-07` and `2019-07-01` are read alike."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _yaml_feature_problems(text: str, path: str, first_line: int) -> Iterator[Problem]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.AliasEvent):
            yield yaml_feature.at(path, line, f"alias *{event.anchor}")
        elif isinstance(event, yaml.NodeEvent) and event.anchor:
            yield yaml_feature.at(path, line, f"anchor &{event.anchor}")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            yield yaml_feature.at(path, line, f"tag {event.tag}")
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and event.implicit[0]:
            yield yaml_feature.at(path, line, "merge key <<")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST_YAML:
                yield yaml_too_deep.at(path, line)
                return
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _index_keys(
    node: yaml.Node, path: str, first_line: int, prefix: str, key_lines: dict[str, int]
) -> Iterator[Problem]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = f"{prefix}{key.value}"
            line = first_line + key.start_mark.line
            if name in key_lines:
                yield duplicate_key.at(path, line, str(key.value), key_lines[name])
            key_lines[name] = line
            yield from _index_keys(value, path, first_line, f"{name}.", key_lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            key_lines[f"{prefix}{number}"] = first_line + value.start_mark.line
            yield from _index_keys(value, path, first_line, f"{prefix}{number}.", key_lines)
