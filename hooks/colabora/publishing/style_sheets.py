"""Style sheets: CSS read into small frozen values, and written again without a character too many.

Takes in `.a , .b > p { color : red }  @media print { … }`, spits out a `Block` a rule, whose text is
`.a,.b>p{color:red}`.
"""

# mypy: allow-untyped-calls
# tinycss2 1.5 ships no types.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tinycss2.ast import (
    AtRule,
    Declaration,
    FunctionBlock,
    ParseError,
    QualifiedRule,
    StringToken,
    URLToken,
    WhitespaceToken,
)
from tinycss2.parser import parse_blocks_contents, parse_rule_list, parse_stylesheet
from tinycss2.serializer import serialize, serialize_string_value

Token = Any

# Around these a space says nothing, in a selector, a value or a condition.
TIGHT = frozenset((",", ">", "~"))
# Where tokens keep what stands in their brackets.
BRACKETS = ("arguments", "content")


class StyleSheetError(ValueError):
    """A style sheet that browsers would not read as it was meant."""


@dataclass(frozen=True)
class Sheet:
    """A style sheet: `name` for messages; `files` gives what its `url()` ask for the addresses they have in the site."""

    name: str
    css: str
    files: Mapping[str, str] = field(default_factory=dict)


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
    selectors: tuple[tuple[Token, ...], ...]
    references: frozenset[str]
    content: tuple[Statement | Block, ...]

    @property
    def beginning(self) -> str:
        """Return what stands before the braces."""
        if self.at:
            return f"@{self.at} {self.name}".rstrip()
        return ",".join(serialize(selector) for selector in self.selectors)


def parse_sheet(sheet: Sheet) -> tuple[Statement | Block, ...]:
    """Read a style sheet; what no browser could read, or is not there to be asked for, is a StyleSheetError."""
    nodes = parse_stylesheet(sheet.css, skip_comments=True, skip_whitespace=True)
    return tuple(_Reader(sheet).read(nodes))


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

    def read(self, nodes: Iterable[Token]) -> Iterator[Statement | Block]:
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
                    text = f"{node.name}:{serialize(value) or ' '}{important}"
                    yield Statement(node.name, text, _words(value))

    def read_block(self, content: Sequence[Token]) -> Iterator[Statement | Block]:
        return self.read(parse_blocks_contents(content, skip_comments=True, skip_whitespace=True))

    def read_at_rule(self, node: AtRule) -> Iterator[Statement | Block]:
        at = node.lower_at_keyword
        name, words = serialize(self.compact(node.prelude)), _words(node.prelude)
        if at == "charset":
            return  # the one sheet is UTF-8 and served as such
        if at == "import":
            raise StyleSheetError(f"{self.sheet.name}:{node.source_line}: @import is lost in one sheet for all")
        if node.content is None:
            yield Statement(f"@{at}", f"@{at} {name}".rstrip(), words)
        elif at.endswith("keyframes"):
            frames = parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
            yield Block(at, name, (), words, tuple(self.read(frames)))
        else:
            yield Block(at, name, (), words, tuple(self.read_block(node.content)))

    def compact(self, tokens: Iterable[Token]) -> list[Token]:
        """Return tokens with single spaces, and those only where they mean something."""
        kept: list[Token] = []
        for token in tokens:
            if isinstance(token, WhitespaceToken):
                if kept and not _is_tight(kept[-1]) and kept[-1].type != "whitespace":
                    kept.append(WhitespaceToken(token.source_line, token.source_column, " "))
                continue
            if _is_tight(token) and kept and kept[-1].type == "whitespace":
                kept.pop()
            for inner in BRACKETS:
                if hasattr(token, inner):
                    setattr(token, inner, self.compact(getattr(token, inner)))
            kept.append(self.move(token))
        if kept and kept[-1].type == "whitespace":
            kept.pop()
        return kept

    def move(self, token: Token) -> Token:
        """Return a `url()` with the address that its file has in the site; any other token as it is."""
        match token:
            case URLToken(value=path) | FunctionBlock(lower_name="url", arguments=[StringToken(value=path)]):
                if path.startswith(("data:", "#")):
                    return token
                if path not in self.sheet.files:
                    raise StyleSheetError(f"{self.sheet.name}:{token.source_line}: there is no file {path}")
                moved = self.sheet.files[path]
                text = f'url("{serialize_string_value(moved)}")'
                return URLToken(token.source_line, token.source_column, moved, text)
        return token


def split_at_commas(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Split a selector list into its selectors."""
    selector: list[Token] = []
    for token in tokens:
        if token == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _is_tight(token: Token) -> bool:
    return token.type == "literal" and token.value in TIGHT


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the names and strings in tokens and in the brackets among them."""
    words: set[str] = set()
    for token in tokens:
        if token.type in ("ident", "string"):
            words.add(token.value)
        for inner in BRACKETS:
            words |= _words(getattr(token, inner, ()))
    return frozenset(words)
