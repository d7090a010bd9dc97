"""The rules of lists as a whole, and how each problem is worded."""

from __future__ import annotations

from colabora.checklists.rules import nearest_or
from colabora.problems import quote, rule


@rule("checklist-id")
def checklist_id(found: str, slug: str) -> tuple[str, str]:
    """Give a list the name of its file as its id.

    Bad: `id: rooms` in `docs/en/checklists/premises.md`

    Good: `id: premises`
    """
    what = f"list id {quote(found)} is not the file's name" if found else "the list has no id"
    return what, f"write “    id: {slug}” below the opening line"


@rule("checklist-title")
def checklist_title() -> tuple[str, str]:
    """Give a list a title.

    Bad: `/// checklist`

    Good: `/// checklist | Before you sign for the premises`
    """
    return "a list without a title", "write “/// checklist | Title”"


@rule("checklist-count")
def checklist_count(number: int) -> tuple[str, str]:
    """Write one list on every page in `checklists/`.

    Bad: two `/// checklist` on a page, or none

    Good: one
    """
    if not number:
        return "a page in checklists/ without a list", "write it between “/// checklist | Title” and “///”"
    return f"{number} lists on a page that has one", "give each list a file of its own"


@rule("checklist-place")
def checklist_place(slug: str) -> tuple[str, str]:
    """Write lists in `checklists/` and show them elsewhere.

    Bad: `/// checklist | Premises` in `methodology/shape/index.md`

    Good: `/// checklist-use | premises` there
    """
    return "a list stands outside of checklists/", f"move it there and write “/// checklist-use | {slug or 'id'}” here"


@rule("checklist-empty")
def checklist_empty() -> tuple[str, str]:
    """Give a list items.

    Bad: `/// checklist | Premises` and `///`

    Good: the same with items between
    """
    return "a list without an item", "add “- [ ] One action in one sentence {#short-english-id}”"


@rule("checklist-use")
def checklist_use(identifier: str, nearest: str) -> tuple[str, str]:
    """Show lists that exist.

    Bad: `/// checklist-use | premisses`

    Good: `/// checklist-use | premises`
    """
    what = f"no list {quote(identifier)}" if identifier else "no list is named"
    return what, nearest_or(nearest, "write “/// checklist-use | ” and the name of a file in docs/en/checklists")


@rule("checklist-use-text")
def checklist_use_text(line: str) -> tuple[str, str]:
    """Write nothing into a `checklist-use`: it shows the list itself.

    Bad: text between `/// checklist-use | premises` and `///`

    Good: the text before or after it
    """
    return f"{quote(line.strip())} stands inside a checklist-use", "move it before or after the block"
