"""Selectors: whether a selector of a style sheet can match anything on the site.

Takes in the tokens of `.a:not(.b) > p[hidden]`, spits out false if class `a`, element `p` or attribute `hidden` occurs
nowhere. It never says no to what may match: what is not understood counts as a match.
"""

from __future__ import annotations

from collections.abc import Sequence

from tinycss2.ast import FunctionBlock, HashToken, IdentToken, LiteralToken, SquareBracketsBlock, StringToken

from colabora.publishing.style_sheets import Token, split_at_commas
from colabora.publishing.usage import Usage

# One of the selectors in the brackets has to match.
ANY_OF = frozenset(("is", "where", "has", "matches", "any", "-webkit-any", "-moz-any"))


def can_match(selector: Sequence[Token], usage: Usage) -> bool:
    """Tell whether everything that a selector names occurs on the site."""
    before: Token | None = None
    for position, token in enumerate(selector):
        after = selector[position + 1] if position + 1 < len(selector) else None
        if not _token_can_match(token, before, after, usage):
            return False
        before = token
    return True


def _token_can_match(token: Token, before: Token | None, after: Token | None, usage: Usage) -> bool:
    match token:
        case IdentToken(value=name):
            if _is(before, "."):
                return usage.has_class(name)
            # `svg|a` names a namespace first; `:hover` is a state.
            return _is(before, ":") or _is(after, "|") or usage.has_element(name)
        case HashToken(value=name):
            return usage.has_id(name)
        case SquareBracketsBlock(content=content):
            return _attribute_can_match([t for t in content if t.type != "whitespace"], usage)
        case FunctionBlock(lower_name=name, arguments=arguments) if name in ANY_OF:
            return any(can_match(one, usage) for one in split_at_commas(arguments))
    return True


def _attribute_can_match(tokens: Sequence[Token], usage: Usage) -> bool:
    match tokens:
        case [IdentToken(value=name), LiteralToken(value="="), IdentToken(value=value) | StringToken(value=value)]:
            return usage.has_attribute(name, value)
        case [IdentToken(value=name)]:
            return usage.has_attribute(name)
        case [IdentToken(value=name), LiteralToken(value=operator), *_] if operator != "|":
            return usage.has_attribute(name)
    return True


def _is(token: Token | None, literal: str) -> bool:
    return token is not None and token.type == "literal" and token.value == literal
