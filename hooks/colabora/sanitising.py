"""Sanitising: the allowlist of what a rendered page may hold (quality.md, rows 1 to 26)."""

from __future__ import annotations

import re

import nh3

# What our Markdown extensions make, and nothing else.
_TEXT = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "fieldset",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "input",
        "ins",
        "kbd",
        "label",
        "legend",
        "li",
        "mark",
        "ol",
        "output",
        "p",
        "pre",
        "q",
        "s",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "img",
        "bdi",
        "colabora-checklist",
        "colabora-note",
        "colabora-question",
    ]
)
_ATTRIBUTES = {
    "*": {
        "id",
        "class",
        "lang",
        "dir",
        "role",
        "aria-label",
        "aria-labelledby",
        "aria-describedby",
        "hidden",
        "tabindex",
    },
    "a": {"href", "title", "rel", "hreflang"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "input": {"type", "name", "value", "disabled", "checked", "required", "inputmode", "min", "max", "step"},
    "label": {"for"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "scope", "abbr"},
    "time": {"datetime"},
    "details": {"open"},
}
URL_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
# Ids and names that the theme's templates and scripts read (quality.md, rows 21 and 22).
RESERVED_ID = re.compile(r"^(__|md-)")


def _filter(tag: str, attribute: str, value: str) -> str | None:
    if attribute in ("id", "name") and RESERVED_ID.match(value):
        return None
    if tag == "img" and attribute == "src" and (":" in value.partition("/")[0] or value.startswith(("//", "\\"))):
        return None  # a picture from another host would tell that host who reads
    if tag == "input" and attribute == "type" and value not in ("checkbox", "radio", "number", "text"):
        return None
    return value


_CLEANER = nh3.Cleaner(
    tags=set(_TEXT),
    clean_content_tags={"script", "style", "iframe", "object", "template", "noscript"},
    attributes={k: set(v) for k, v in _ATTRIBUTES.items()},
    attribute_filter=_filter,
    generic_attribute_prefixes={"data-"},
    url_schemes=set(URL_SCHEMES),
    link_rel=None,
    strip_comments=True,
)


def sanitise(html: str) -> str:
    """Return the HTML with everything taken out that the allowlist does not name."""
    return _CLEANER.clean(html)
