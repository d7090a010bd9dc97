"""Style sheets: CSS read into small frozen values, and written again without a character too many.

Takes in `.a , .b > p { color : red }  @media print { … }`, spits out a `Block` a rule, whose text is
`.a,.b>p{color:red}`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, ParseError, QualifiedRule, URLToken, WhitespaceToken
from tinycss2.serializer import serialize_string_value

# Around these a space says nothing, in a selector, a value or a condition.
TIGHT = frozenset((",", ">", "~"))
# At-rules whose block holds rules; of any other the block is left as it is.
GROUPS = frozenset(("media", "supports", "layer", "container", "scope", "starting-style"))


class StyleSheetError(ValueError):
    """A style sheet that browsers would not read as it was meant."""


@dataclass(frozen=True)
class Sheet:
    """A style sheet: `name` for messages, `folder` as pages address it, so that its `url()` can be rewritten."""

    name: str
    folder: str
    css: str


@dataclass(frozen=True)
class Statement:
    """A declaration (`name` is its property) or a statement such as `@layer a`; `references` are the words in it."""

    name: str
    text: str
    references: frozenset[str]


@dataclass(frozen=True)
class Block:
    """A rule or at-rule with what stands in its braces.

    `at` is empty in a rule, which has `selectors` instead; `name` is what stands behind the `@…`.
    """

    at: str
    name: str
    selectors: tuple[tuple[Node, ...], ...]
    references: frozenset[str]
    content: tuple[Statement | Block, ...]

    @property
    def beginning(self) -> str:
        """Return what stands before the braces."""
        if self.at:
            return f"@{self.at} {self.name}".rstrip()
        return ",".join(tinycss2.serialize(selector) for selector in self.selectors)


def parse_sheet(sheet: Sheet, home: str) -> tuple[Statement | Block, ...]:
    """Read a style sheet; its `url()` are rewritten for a sheet in the folder `home`."""
    nodes = tinycss2.parse_stylesheet(sheet.css, skip_comments=True, skip_whitespace=True)
    return tuple(_Reader(sheet, home).read(nodes))


def sheet_text(content: Iterable[Statement | Block]) -> str:
    """Return rules as text, as short as they can be said."""
    texts = []
    for part in content:
        match part:
            case Statement():
                texts.append(f"{part.text};")
            case Block():
                texts.append(f"{part.beginning}{{{sheet_text(part.content).removesuffix(';')}}}")
    return "".join(texts)


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    home: str

    def read(self, nodes: Iterable[Node]) -> Iterator[Statement | Block]:
        for node in nodes:
            match node:
                case ParseError():
                    raise StyleSheetError(f"{self.sheet.name}:{node.source_line}: {node.message}")
                case QualifiedRule():
                    selectors = tuple(tuple(self.compact(s)) for s in split_at_commas(node.prelude))
                    yield Block("", "", selectors, _words(node.prelude), tuple(self.read_block(node.content)))
                case AtRule():
                    yield from self.read_at_rule(node)
                case Declaration():
                    value = self.compact(node.value)
                    important = "!important" if node.important else ""
                    # `--x:` without a value is one of its own, which older browsers take with a space only.
                    text = f"{node.name}:{tinycss2.serialize(value) or ' '}{important}"
                    yield Statement(node.name, text, _words(value))

    def read_block(self, content: Sequence[Node]) -> Iterator[Statement | Block]:
        return self.read(tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))

    def read_at_rule(self, node: AtRule) -> Iterator[Statement | Block]:
        at = node.lower_at_keyword
        name, words = tinycss2.serialize(self.compact(node.prelude)), _words(node.prelude)
        if at == "charset":
            return  # the one sheet is UTF-8 and served as such
        if at == "import":
            raise StyleSheetError(f"{self.sheet.name}:{node.source_line}: @import is lost in one sheet for all")
        if node.content is None:
            yield Statement(f"@{at}", f"@{at} {name}".rstrip(), words)
        elif at.endswith("keyframes"):
            frames = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Block(at, name, (), words, tuple(self.read(frames)))
        else:
            yield Block(at, name, (), words, tuple(self.read_block(node.content)))

    def compact(self, tokens: Iterable[Node]) -> list[Node]:
        """Return tokens with single spaces, and those only where they mean something."""
        kept: list[Node] = []
        for token in tokens:
            if isinstance(token, WhitespaceToken):
                if kept and not _is_tight(kept[-1]) and kept[-1].type != "whitespace":
                    kept.append(WhitespaceToken(token.source_line, token.source_column, " "))
                continue
            if _is_tight(token) and kept and kept[-1].type == "whitespace":
                kept.pop()
            for field in ("arguments", "content"):
                if hasattr(token, field):
                    setattr(token, field, self.compact(getattr(token, field)))
            kept.append(self.move(token) if isinstance(token, URLToken) else token)
        if kept and kept[-1].type == "whitespace":
            kept.pop()
        return kept

    def move(self, token: URLToken) -> URLToken:
        """Return a `url()` as it reads from the home folder."""
        parts = urlsplit(token.value)
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return token
        path = posixpath.relpath(posixpath.join("/", self.sheet.folder, token.value), posixpath.join("/", self.home))
        return URLToken(token.source_line, token.source_column, path, f'url("{serialize_string_value(path)}")')


def split_at_commas(tokens: Iterable[Node]) -> Iterator[list[Node]]:
    """Split a selector list into its selectors."""
    selector: list[Node] = []
    for token in tokens:
        if token == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _is_tight(token: Node) -> bool:
    return token.type == "literal" and token.value in TIGHT


def _words(tokens: Iterable[Node]) -> frozenset[str]:
    """Return the names and strings in tokens and in the brackets among them."""
    words: set[str] = set()
    for token in tokens:
        if token.type in ("ident", "string"):
            words.add(token.value)
        for field in ("arguments", "content"):
            words |= _words(getattr(token, field, ()))
    return frozenset(words)
