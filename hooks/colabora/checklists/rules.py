"""The rules of items, in lists and questions, and how each problem is worded."""

from __future__ import annotations

from colabora.kinds import Role
from colabora.problems import Severity, quote, rule


def nearest_or(nearest: str, otherwise: str) -> str:
    """Return a question with the nearest known word, or another cure where nothing is near."""
    return f"did you mean {quote(nearest)}?" if nearest else otherwise


@rule("item-form")
def item_form(line: str) -> tuple[str, str]:
    """Write an item as `- [ ] Text {#id}` at the beginning of a line.

    Bad: `* [] Measure the speed {#internet-speed}`

    Good: `- [ ] Measure the speed {#internet-speed}`
    """
    return f"{quote(line.strip())} is no item", "write “- [ ] One action in one sentence {#short-english-id}”"


@rule("item-id")
def item_id(text: str) -> tuple[str, str]:
    """Give every item and choice an id: what readers tick is kept under it.

    Bad: `- [ ] Measure the speed`

    Good: `- [ ] Measure the speed {#internet-speed}`
    """
    return f"{quote(text)} has no id", "add “ {#short-english-id}” at the end of the line"


@rule("item-id-form")
def item_id_form(identifier: str) -> tuple[str, str]:
    """Write ids in lower-case a to z, digits and hyphens; names that JavaScript uses itself are no ids.

    Bad: `{#Geschwindigkeit_1}`, `{#__proto__}`, `{#constructor}`

    Good: `{#internet-speed}`
    """
    return (
        f"{quote(identifier)} can't be an id",
        "use lower-case a to z, digits and hyphens, and no name that JavaScript uses itself",
    )


@rule("item-id-duplicate")
def item_id_duplicate(identifier: str, first: int) -> tuple[str, str]:
    """Give every id once in a list or question.

    Bad: two items `{#internet-speed}`

    Good: `{#internet-speed}` and `{#mobile-signal}`
    """
    return f"id {quote(identifier)} stands here a second time (first in line {first})", "choose another id"


@rule("item-braces")
def item_braces(why: str) -> tuple[str, str]:
    """End an item's line with one space and its braces.

    Bad: `- [ ] Measure the speed  {#internet-speed} on site`

    Good: `- [ ] Measure the speed on site {#internet-speed role=manager due=-90d}`
    """
    return f"braces that can't be read: {why}", "end the line with one space and “{#id role=… due=… needs=…}”"


@rule("item-option")
def item_option(key: str, known: str, nearest: str) -> tuple[str, str]:
    """Give an item only the options it has: role, due and needs; a choice has none.

    Bad: `{#internet-speed roles=manager}`

    Good: `{#internet-speed role=manager}`
    """
    return f"no option is called {quote(key)}", nearest_or(nearest, f"use: {known or 'none, only #id'}")


@rule("item-nested")
def item_nested(line: str) -> tuple[str, str]:
    """Keep a list flat: an item in an item is never counted.

    Bad:

        - [ ] Ask the neighbours {#neighbours}
            - [ ] Left {#left}

    Good:

        - [ ] Ask the neighbours on the left {#neighbour-left}
        - [ ] Ask the neighbours on the right {#neighbour-right}
    """
    return f"item {quote(line.strip())} is indented", "begin it at the beginning of the line"


@rule("item-indent")
def item_indent(line: str) -> tuple[str, str]:
    """Indent what belongs to an item by four spaces.

    Bad:

        - [ ] Measure the speed {#internet-speed}

        Both ways.

    Good:

        - [ ] Measure the speed {#internet-speed}

            Both ways.
    """
    return f"{quote(line.strip())} belongs to no item", "indent it by four spaces, or move it before the first item"


@rule("item-why", Severity.WARNING)
def item_why(text: str) -> tuple[str, str]:
    """Say below every item why and how.

    Bad: `- [ ] Measure the speed {#internet-speed}` alone

    Good:

        - [ ] Measure the speed {#internet-speed}

            Thick walls and a far exchange are found out too late otherwise.
    """
    return f"{quote(text)} has no why", "add a sentence below it, indented by four spaces"


@rule("item-markup", Severity.WARNING)
def item_markup(text: str) -> tuple[str, str]:
    """Write an item as one plain sentence; links and sources go into its why.

    Bad: `- [ ] Ask [Skola6](case:skola6)[^skola6-ir] {#ask}`

    Good: `- [ ] Ask a space that has done it {#ask}`, the link below it
    """
    return f"{quote(text)} holds a link or markup", "write plain words and put the link into the why"


@rule("item-ticked")
def item_ticked(text: str) -> tuple[str, str]:
    """Tick no item beforehand: only readers tick.

    Bad: `- [x] Measure the speed {#internet-speed}`

    Good: `- [ ] Measure the speed {#internet-speed}`
    """
    return f"{quote(text)} is ticked", "write “- [ ]”"


@rule("item-role")
def item_role(role: str, nearest: str) -> tuple[str, str]:
    """Give an item to a role of the content model.

    Bad: `role=manger`

    Good: `role=manager`
    """
    return f"no role is called {quote(role)}", nearest_or(nearest, f"use one of: {', '.join(Role)}")


@rule("item-due")
def item_due(due: str) -> tuple[str, str]:
    """Write when an item is due as days or weeks before (-) or after (+) the opening day, at most ten years.

    Bad: `due=90`, `due=-3 months`, `due=2027-05-01`

    Good: `due=-90d`, `due=+2w`, `due=+0d`
    """
    return f"{quote(due)} is no date relative to the opening day", "write it like -90d, +2w or +0d"


@rule("item-due-order", Severity.WARNING)
def item_due_order(text: str, other: str) -> tuple[str, str]:
    """Let nothing be due before what it needs.

    Bad: `{#sign due=-90d needs=measure}` and `{#measure due=-60d}`

    Good: `{#sign due=-60d needs=measure}` and `{#measure due=-90d}`
    """
    return f"{quote(text)} is due before {quote(other)}, which it needs", "change one of the two dates"


@rule("item-needs")
def item_needs(needed: str, nearest: str) -> tuple[str, str]:
    """Let an item need only items of its own list.

    Bad: `needs=internet-sped`, `needs=`

    Good: `needs=internet-speed,fire-rules`
    """
    return f"no item {quote(needed)} in this list", nearest_or(nearest, "write ids of this list, apart by commas")


@rule("item-needs-cycle")
def item_needs_cycle(way: str) -> tuple[str, str]:
    """Let no item wait for itself, not even by way of others.

    Bad: `{#a needs=b}` and `{#b needs=a}`

    Good: `{#a}` and `{#b needs=a}`
    """
    return f"items wait for each other: {way}", "take one of these needs out"


@rule("item-inherited")
def item_inherited(what: str) -> tuple[str, str]:
    """Write only ids and text in a translation; all else is inherited from the English page.

    Bad: `- [ ] Izmēriet ātrumu {#internet-speed role=manager}`

    Good: `- [ ] Izmēriet ātrumu {#internet-speed}`
    """
    return f"a translation does not give {quote(what)}", "delete it, it is inherited from the English page"


@rule("item-unknown")
def item_unknown(identifier: str, nearest: str) -> tuple[str, str]:
    """Translate items and choices that the English page has: ids are made there only.

    Bad: `{#atrums}` in `docs/lv/checklists/premises.md`

    Good: `{#internet-speed}`, as in the English page
    """
    return f"the English page has no {quote(identifier)} here", nearest_or(nearest, "delete it, or add it in English")


@rule("item-order")
def item_order(identifier: str, before: str) -> tuple[str, str]:
    """Keep items and choices in the order of the English page.

    Bad: `{#fire-rules}` before `{#internet-speed}` in the translation only

    Good: the same order in both
    """
    return (
        f"{quote(identifier)} stands after {quote(before)}, in English before it",
        "use the order of the English page",
    )


@rule("item-vanished")
def item_vanished(item: str, since: str, renamed: str) -> tuple[str, str]:
    """Keep released ids, or retire them in the register, so that nobody's tick is lost unseen.

    Bad: `{#speed}` where version 1.0 had `{#internet-speed}`

    Good: `{#internet-speed}`, or an entry with `retired:` in `docs/en/about/released-ids.yml`
    """
    hint = f"give {quote(renamed)} its old id back" if renamed else "put it back"
    return (
        f"item {quote(item)}, released in {since}, is gone",
        f"{hint}, or write “retired:” and “replaced_by:” into docs/en/about/released-ids.yml",
    )


@rule("item-retired")
def item_retired(item: str, version: str) -> tuple[str, str]:
    """Never use a retired id again: old ticks would come back on something else.

    Bad: `{#fax-number}` after it was retired in 1.1

    Good: a new id
    """
    return f"id {quote(item)} was retired in {version}", "choose a new id"


@rule("item-replacement")
def item_replacement(item: str, replacement: str) -> tuple[str, str]:
    """Replace a retired item by items that are there.

    Bad: `replaced_by: [internet-sped]`

    Good: `replaced_by: [internet-speed]`
    """
    return (
        f"retired item {quote(item)} is replaced by {quote(replacement)}, which is not there",
        "name an item of that list",
    )
