"""Assets: scripts, styles and pictures of the shell, published once under names that change with their contents.

`asset("shell.js")` on the page `lv/about/` is `../../assets/3f2a…/shell.js`: all scripts share one folder, so that
their relative imports work. The style sheet's name is known only when every page is there; until then pages name
the whole one.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context

SCRIPTS = "overrides/assets/javascripts"
WHOLE_STYLES = "assets/site.whole.css"
STYLES = "site.css"
DIGEST_LENGTH = 12


def digest(*contents: bytes) -> str:
    """Return a short SHA-256 of contents, in which it matters where one ends."""
    whole = hashlib.sha256()
    for content in contents:
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()[:DIGEST_LENGTH]


def script_folder(root: Path) -> str:
    """Return the folder of all scripts, named with the digest of their names and contents."""
    folder = root / SCRIPTS
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return f"assets/{digest(*(x for p in files for x in (p.relative_to(folder).as_posix().encode(), p.read_bytes())))}"


class AssetAddress:
    """The Jinja global `asset(name)`: the link from a page to a script, to the style sheet or to another asset."""

    def __init__(self, root: Path) -> None:
        self.scripts = script_folder(root)

    def address(self, name: str) -> str:
        """Return the address below the site."""
        if name == STYLES:
            return WHOLE_STYLES
        return f"{self.scripts if name.endswith('.js') else 'assets'}/{name}"

    @pass_context
    def __call__(self, context: Context, name: str) -> str:
        """Return the link from the page that is being rendered."""
        return f"{context['view'].root}{self.address(name)}"
