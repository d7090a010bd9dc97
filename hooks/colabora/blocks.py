"""Blocks: a line parser over the source for `/// name | title` … `///`.

pymdownx, which renders them, prints a block with a wrong option as text, closes an unclosed one at the end of the
page and spoils a nested one, all in silence. So problems come from here, never from the extension. Takes in::

    //// exercise | Name your number
        id: name-your-number

    Text.

    /// solution
    Text.
    ///
    ////

spits out a `Block("exercise", …)` with a child `Block("solution", …)`, and problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from colabora.problems import Problem, quote, rule
from colabora.source import Line, Source

OPENING = re.compile(r"^(/{3,})[ ]*([a-z][\w-]*)(?:[ ]*\|[ ]*(.*?))?[ ]*$")
CLOSING = re.compile(r"^(/{3,})[ ]*$")
LIKE_A_FENCE = re.compile(r"^[ ]{0,3}/{2,}[ ]*\S")
OPTION = re.compile(r"^ {4}([a-z_]+):[ ]*(.*?)[ ]*$")

# Every block of the content model with its options.
BLOCKS: Mapping[str, frozenset[str]] = {
    "checklist": frozenset({"id"}),
    "checklist-use": frozenset(),
    "question": frozenset({"id", "type", "objective", "answer", "tolerance"}),
    "exercise": frozenset({"id", "objective", "plan"}),
    "solution": frozenset(),
    "facilitator": frozenset(),
    "own-reasoning": frozenset(),
    "note": frozenset(),
    "warning": frozenset(),
    "details": frozenset(),
    "tab": frozenset(),
}
# Which blocks may stand inside which.
CHILDREN: Mapping[str, frozenset[str]] = {"exercise": frozenset({"solution"}), "question": frozenset({"solution"})}


@rule("block-name")
def unknown_block(name: str, nearest: str) -> tuple[str, str]:
    """Use the blocks of the content model.

    Bad: `/// cheklist | Before you sign`

    Good: `/// checklist | Before you sign`
    """
    mend = f"did you mean {quote(nearest)}?" if nearest else f"use one of: {', '.join(sorted(BLOCKS))}"
    return f"no block is called {quote(name)}", mend


@rule("block-fence")
def bad_fence(line: str) -> tuple[str, str]:
    """Write a block's fence as three or more slashes, a space and its name, at the start of a line.

    Bad: `//note`, `  /// note`

    Good: `/// note`
    """
    return (
        f"{quote(line)} looks like a block and is none",
        "begin the line with “/// name”, or end a block with “///”",
    )


@rule("block-unclosed")
def unclosed_block(name: str) -> tuple[str, str]:
    """Close every block.

    Bad:

        /// note
        Text.

    Good:

        /// note
        Text.
        ///
    """
    return f"block {quote(name)} is not closed", "add a line of as many slashes after its end"


@rule("block-closing")
def stray_closing(slashes: str) -> tuple[str, str]:
    """Close only a block that is open, with as many slashes as it was opened.

    Bad:

        /// note
        Text.
        ////

    Good:

        /// note
        Text.
        ///
    """
    return f"{slashes} closes no open block", "delete it, or give it as many slashes as its opening line"


@rule("block-nested")
def nested_block(name: str, outer: str) -> tuple[str, str]:
    """Nest only a solution in an exercise, the exercise with more slashes.

    Bad:

        /// note
        /// warning
        ///
        ///

    Good:

        //// exercise | Try it
            id: try-it

        /// solution
        ///
        ////
    """
    return (
        f"block {quote(name)} stands inside {quote(outer)}",
        "close the outer one first; only a solution stands inside an exercise, which then has more slashes",
    )


@rule("block-option")
def unknown_option(name: str, option: str, known: str) -> tuple[str, str]:
    """Give a block only the options it has.

    Bad:

        /// checklist | Before you sign
            ids: premises

    Good:

        /// checklist | Before you sign
            id: premises
    """
    return f"block {quote(name)} has no option {quote(option)}", f"use: {known or 'none'}"


@dataclass
class Block:
    """A block as written: options with their lines, own lines (children's left out), children.

    `end` is the line that closes it, 0 if none does.
    """

    name: str
    title: str
    line: int
    slashes: int
    options: dict[str, str] = field(default_factory=dict)
    option_lines: dict[str, int] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    children: list[Block] = field(default_factory=list)
    end: int = 0


def parse_blocks(source: Source) -> tuple[list[Block], list[Problem]]:
    """Return the outermost blocks of a page, their children inside, and what is wrong with their fences."""
    blocks: list[Block] = []
    open_blocks: list[Block] = []
    problems: list[Problem] = []
    in_options = False
    for line in source.lines:
        if in_options and not line.code and (option := OPTION.match(line.text)):
            problems += _add_option(source.path, open_blocks[-1], option, line.number)
            continue
        in_options = False
        opening, closing = (None, None) if line.code else (OPENING.match(line.text), CLOSING.match(line.text))
        if opening:
            block = Block(opening[2], opening[3] or "", line.number, len(opening[1]))
            problems += _opening_problems(source.path, block, open_blocks)
            (open_blocks[-1].children if open_blocks else blocks).append(block)
            open_blocks.append(block)
            in_options = True
        elif closing:
            if open_blocks and open_blocks[-1].slashes == len(closing[1]):
                open_blocks.pop().end = line.number
            else:
                problems.append(stray_closing.at(source.path, line.number, closing[1]))
        else:
            if not line.code and LIKE_A_FENCE.match(line.text):
                problems.append(bad_fence.at(source.path, line.number, line.text))
            if open_blocks:
                open_blocks[-1].lines.append(line)
    problems += [unclosed_block.at(source.path, b.line, b.name) for b in open_blocks]
    return blocks, problems


def walk(blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks and all that stands inside them, in the order of the page."""
    for block in blocks:
        yield block
        yield from walk(block.children)


def _opening_problems(path: str, block: Block, open_blocks: list[Block]) -> Iterator[Problem]:
    if block.name not in BLOCKS:
        nearest = get_close_matches(block.name, BLOCKS, n=1)
        yield unknown_block.at(path, block.line, block.name, nearest[0] if nearest else "")
    if open_blocks:
        outer = open_blocks[-1]
        if block.name not in CHILDREN.get(outer.name, ()) or block.slashes >= outer.slashes:
            yield nested_block.at(path, block.line, block.name, outer.name)


def _add_option(path: str, block: Block, option: re.Match[str], line: int) -> Iterator[Problem]:
    name, value = option[1], option[2]
    known = BLOCKS.get(block.name)
    if known is not None and name not in known:
        yield unknown_option.at(path, line, block.name, name, ", ".join(sorted(known)))
    block.options[name] = value
    block.option_lines[name] = line
