"""The elements of a checklist, wherever it is shown: on its page, where it is used, and in the plan.

Takes in a `Checklist`, spits out `<colabora-checklist>` around a fieldset, a legend and a real list. Two parts differ:
what stands in an item's label and why (`Content`), and what is around the list.
"""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from markdown.util import AtomicString

from colabora.checklists.model import Checklist, Item
from colabora.page_context import PageContext


@dataclass(frozen=True)
class Content:
    """What an item's label and why hold: Markdown that is still to be parsed, or `AtomicString` for plain text."""

    label: str
    why: Sequence[ET.Element] = ()
    is_whole: bool = True


def checklist_frame(checklist: Checklist, context: PageContext) -> ET.Element:
    """Return the element of a list with fieldset and legend, still without items."""
    attributes = {
        "class": "checklist",
        "id": checklist.id,
        "data-checklist-id": checklist.id,
        "data-stage": checklist.stage or "",
        "data-retired": _retired(checklist),
    }
    element = ET.Element("colabora-checklist", {k: v for k, v in attributes.items() if v})
    legend = ET.SubElement(ET.SubElement(element, "fieldset"), "legend", _lang(checklist.locale, context))
    legend.text = AtomicString(checklist.title)
    return element


def _retired(checklist: Checklist) -> str:
    entries = [
        {k: v for k, v in asdict(r).items() if k in ("item", "retired", "replaced_by")} for r in checklist.retired
    ]
    return json.dumps(entries, ensure_ascii=False) if entries else ""


def add_items(element: ET.Element, checklist: Checklist, contents: Mapping[str, Content], context: PageContext) -> None:
    """Add the list of items, with a content for each, and after it what a reader who ticks has to know."""
    fieldset = element[0]
    ET.SubElement(fieldset, "p", {"class": "checklist-count"}).text = _count(len(checklist.items), context)
    listing = ET.SubElement(fieldset, "ol", {"class": "checklist-items"})
    for item in checklist.items:
        listing.append(item_element(item, checklist, contents[item.id], context))
    ET.SubElement(element, "p", {"class": "plan-kept"}).text = context.string("checklist.kept")


def _count(number: int, context: PageContext) -> str:
    return (
        context.strings.count("checklist.items", number) if "checklist.items" in context.strings.texts else str(number)
    )


def item_element(item: Item, checklist: Checklist, content: Content, context: PageContext) -> ET.Element:
    """Return one item: checkbox, label, facts and why, tied together."""
    name = f"{checklist.id}--{item.id}"
    attributes = {
        "class": "checklist-item",
        "id": f"item--{name}",
        **_lang(item.locale, context),
        "data-item-id": item.id,
        "data-item-digest": item.digest,
        "data-role": item.role or "",
        "data-due-days": "" if item.due_days is None else str(item.due_days),
        "data-needs": " ".join(item.needs),
        "data-since": item.since,
    }
    element = ET.Element("li", {k: v for k, v in attributes.items() if v})
    check = ET.SubElement(element, "input", {"type": "checkbox", "id": f"check--{name}"})
    ET.SubElement(element, "label", {"for": f"check--{name}"}).text = content.label
    described = []
    if (facts := _facts(item, checklist, context, has_needs=content.is_whole)) is not None:
        facts.set("id", f"facts--{name}")
        described.append(f"facts--{name}")
        element.append(facts)
    if content.why:
        why = ET.SubElement(element, "div", {"class": "checklist-why", "id": f"why--{name}"})
        why.extend(content.why)
        described.append(f"why--{name}")
    if described:
        check.set("aria-describedby", " ".join(described))
    return element


def _facts(item: Item, checklist: Checklist, context: PageContext, *, has_needs: bool) -> ET.Element | None:
    """Return role, date and needs in the words of the interface, which may be in another language than the item."""
    language = {"lang": context.locale} if item.locale != context.locale else {}
    facts = ET.Element("p", {"class": "checklist-facts", **language})
    if item.role:
        ET.SubElement(facts, "span", {"class": "checklist-role"}).text = context.string(f"role.{item.role}")
    if item.due_days is not None:
        ET.SubElement(facts, "span", {"class": "checklist-due"}).text = due_text(item.due_days, context)
    needed = [needed for n in item.needs if (needed := checklist.item(n))] if has_needs else []
    if needed:
        needs = ET.SubElement(facts, "span", {"class": "checklist-needs"})
        needs.text = f"{context.string('checklist.first')} "
        for other in needed:
            quotation = ET.SubElement(needs, "q", _lang(other.locale, context))
            quotation.text = AtomicString(other.plain)
            quotation.tail = "" if other is needed[-1] else ", "
    for fact in facts[:-1]:
        fact.tail = " · "
    return facts if len(facts) else None


def due_text(days: int, context: PageContext) -> str:
    """Return when an item is due in words; without interface strings, as an author writes it."""
    if "checklist.due-on" not in context.strings.texts:
        return f"{days:+d}d"
    if not days:
        return context.string("checklist.due-on")
    number = abs(days)
    unit = "weeks" if number >= 14 and number % 7 == 0 else "days"
    side = "before" if days < 0 else "after"
    return context.strings.count(f"checklist.due-{side}-{unit}", number // 7 if unit == "weeks" else number)


def plain_contents(checklist: Checklist) -> dict[str, Content]:
    """Return the items' plain texts without their whys and needs, for places where the list is used."""
    return {item.id: Content(AtomicString(item.plain), is_whole=False) for item in checklist.items}


def used_element(checklist: Checklist, context: PageContext, href: str) -> ET.Element:
    """Return a list as it is shown away from its own page: plain items, and a link to the whys."""
    element = checklist_frame(checklist, context)
    add_items(element, checklist, plain_contents(checklist), context)
    before, _, after = context.string("checklist.more", title="\0").partition("\0")
    link = ET.SubElement(ET.SubElement(element, "p", {"class": "checklist-more"}), "a", {"href": href})
    link.text = AtomicString(before)
    title = ET.SubElement(link, "span", _lang(checklist.locale, context))
    title.text = AtomicString(checklist.title)
    title.tail = AtomicString(after)
    return element


def number_repeats(root: ET.Element) -> None:
    """Make ids unique where a list is shown more than once on a page: all in the second one end in `--2`."""
    seen: dict[str, int] = {}
    for element in root.iter("colabora-checklist"):
        identifier = element.get("data-checklist-id", "")
        seen[identifier] = seen.get(identifier, 0) + 1
        if seen[identifier] > 1:
            for inner in element.iter():
                for attribute in ("id", "for", "aria-describedby"):
                    if value := inner.get(attribute):
                        ids = [f"{one}--{seen[identifier]}" for one in value.split()]
                        inner.set(attribute, " ".join(ids))


def _lang(locale: str, context: PageContext) -> dict[str, str]:
    return {"lang": locale} if locale != context.locale else {}
