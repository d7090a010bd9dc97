"""Rules about references: how a link, anchor, source or picture that leads nowhere is told."""

from __future__ import annotations

from colabora.problems import quote, rule


@rule("raw-html")
def raw_html(tag: str) -> tuple[str, str]:
    """Write Markdown, no HTML: tags are shown as text and never run.

    Bad: `<div onclick="…">Text</div>`

    Good: `Text`, or the sign itself in code: `` `<div>` ``
    """
    return f"HTML {quote(tag)} in the text", "write it in Markdown, or put it in backticks if it is meant to be read"


@rule("attribute-list")
def attribute_list(text: str) -> tuple[str, str]:
    """Give attributes to nothing but headings and items, and only ids and the options of the content model.

    Bad: `![x](x.png){ onerror="…" }`

    Good: `## What it costs {#costs}`
    """
    return f"{quote(text)} is printed as text", "delete it"


@rule("link")
def broken_link(target: str, nearest: str) -> tuple[str, str]:
    """Link to pages that exist, by relative `.md` path.

    Bad: `[the method](/methodology/)`, `[about us](abuot.md)`

    Good: `[the method](methodology/index.md)`
    """
    mend = f"did you mean {quote(nearest)}?" if nearest else "write the relative path of a .md file of this site"
    return f"no such page {quote(target)}", mend


@rule("anchor")
def broken_anchor(target: str, page: str, nearest: str) -> tuple[str, str]:
    """Link to headings that exist, by their id.

    Bad: `[costs](money.md#cots)`

    Good: `[costs](money.md#costs)`
    """
    return (
        f"no heading {quote(target)} on {page}",
        f"did you mean {quote(nearest)}?" if nearest else "write the id of a heading of that page",
    )


@rule("link-scheme")
def bad_scheme(target: str) -> tuple[str, str]:
    """Link to the web with https, http, mailto or tel only.

    Bad: `[x](javascript:alert(1))`, `[x](data:text/html,…)`

    Good: `[the programme](https://example.org/)`
    """
    return f"link to {quote(target)}", "use an https:// address"


@rule("link-text")
def vague_link_text(text: str) -> tuple[str, str]:
    """Say in a link where it leads.

    Bad: `[here](money.md)`, `[](money.md)`

    Good: `[what a desk costs](money.md)`
    """
    return f"link text {quote(text)} does not say where it leads", "name the page it leads to"


@rule("case")
def unknown_case(slug: str, nearest: str) -> tuple[str, str]:
    """Link to cases that exist.

    Bad: `[Skola6](case:skola-6)`

    Good: `[Skola6](case:skola6)`
    """
    return (
        f"no case {quote(slug)}",
        f"did you mean {quote(nearest)}?" if nearest else "write the file name of a case without .md",
    )


@rule("withdrawn-case")
def withdrawn_case(slug: str, date: str) -> tuple[str, str]:
    """Refer to no case that was withdrawn.

    Bad: `[The old forge](case:forge)` after `colabora withdraw forge`

    Good: the sentence without the case
    """
    return f"the case {quote(slug)} was withdrawn on {date}", "take the reference out"


@rule("term")
def unknown_term(identifier: str, nearest: str) -> tuple[str, str]:
    """Link to terms of the glossary.

    Bad: `[koprade](term:co-working)`

    Good: `[koprade](term:coworking)`
    """
    return (
        f"no term {quote(identifier)} in the glossary",
        f"did you mean {quote(nearest)}?" if nearest else "add it to docs/en/about/glossary.yml",
    )


@rule("source")
def unknown_source(key: str, nearest: str) -> tuple[str, str]:
    """Refer to sources of the register.

    Bad: `15 members[^ziedzeme]`

    Good: `15 members[^zz-de]`
    """
    return (
        f"no source {quote(key)} in the register",
        f"did you mean {quote(nearest)}?" if nearest else "add it to docs/en/about/sources.yml",
    )


@rule("missing-source")
def no_source(kind: str) -> tuple[str, str]:
    """Give every practice and case its sources, or mark what is this guide's own reasoning.

    Bad: a case study without a single `[^key]`

    Good: `15 members in November 2019[^zz-de]`
    """
    return (
        f"a page of kind {kind} without a source in its text",
        "add [^key] after the claims, or an own-reasoning block",
    )


@rule("picture")
def broken_picture(address: str) -> tuple[str, str]:
    """Show pictures that lie beside the English page; none from another host.

    Bad: `![Hall](https://elsewhere.example/hall.jpg)`

    Good: `![The hall with eight desks](skola6-hall.jpg)`
    """
    return (
        f"no such picture {quote(address)} here",
        "put the file beside the English page; pictures of other hosts are not loaded",
    )


@rule("alternative-text")
def no_alternative_text(address: str) -> tuple[str, str]:
    """Say in words what a picture shows.

    Bad: `![](hall.jpg)`

    Good: `![The hall with eight desks](hall.jpg)`
    """
    return f"picture {quote(address)} has no alternative text", "write what it shows between the brackets"


@rule("marker")
def unknown_marker(name: str, known: str) -> tuple[str, str]:
    """Use the markers that the build fills.

    Bad: `[[case-lits]]`

    Good: `[[case-list]]`
    """
    return f"nothing fills the marker {quote(name)}", f"use one of: {known}"
