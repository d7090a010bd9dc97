"""Limits: what would make a page hang the build or the reader, told before it is rendered (quality.md, row 55)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from colabora.problems import Problem, quote, rule
from colabora.source import LONGEST_LINE, Source, too_long_line

# Hundreds of the same mark in a row: Python-Markdown needs quadratic time or its recursion limit for them.
REPEATED_MARKS = re.compile(r"(\[|\]|\*|`|<|_|~|!\[|> ?|- |\+ |\||\\)\1{99,}")
DEEPEST_QUOTE = 8
DEEPEST_INDENT = 40  # spaces: ten levels of a list
MOST_COLUMNS = 20
MOST_ROWS = 500
QUOTE = re.compile(r"^(?:[ ]{0,3}>[ ]?)+")


@rule("complexity")
def too_complex(what: str) -> tuple[str, str]:
    """Keep a page within what a person can read: eight quotations deep, ten list levels, tables of 20 × 500.

    Bad: a table with 5,000 rows, a line of 20,000 brackets

    Good: the table's ten most telling rows, the rest as a file
    """
    return f"{what}", "simplify it"


def check_limits(source: Source) -> Iterator[Problem]:
    """Return what is too deep, too wide or too long to be rendered."""
    rows = 0
    for line in source.lines:
        if len(line.text) > LONGEST_LINE:
            yield too_long_line.at(source.path, line.number, len(line.text))
        if line.code:
            continue
        if match := REPEATED_MARKS.search(line.text):
            yield too_complex.at(source.path, line.number, f"{quote(match[1])} a hundred times in a row")
        if (match := QUOTE.match(line.text)) and match[0].count(">") > DEEPEST_QUOTE:
            yield too_complex.at(source.path, line.number, f"a quotation deeper than {DEEPEST_QUOTE} levels")
        if len(line.text) - len(line.text.lstrip(" ")) > DEEPEST_INDENT:
            yield too_complex.at(source.path, line.number, f"a line indented by more than {DEEPEST_INDENT} spaces")
        rows = rows + 1 if line.text.lstrip().startswith("|") else 0
        if line.text.count("|") > MOST_COLUMNS + 1:
            yield too_complex.at(source.path, line.number, f"a table of more than {MOST_COLUMNS} columns")
        if rows == MOST_ROWS + 1:
            yield too_complex.at(source.path, line.number, f"a table of more than {MOST_ROWS} rows")
