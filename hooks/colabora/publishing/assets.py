"""Assets: scripts, styles and pictures of the shell, published once under names that change with their contents.

Takes in `overrides/assets/`, spits out an address a name: `shell.js` is `assets/3f2a…/shell.js`, in one folder with
all scripts so that their relative imports work, and `images/house.svg` is `assets/images/house.91c0….svg`. What
stands in `vendor/` carries its version in its name already.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from jinja2 import pass_context
from jinja2.runtime import Context

from colabora.publishing.scripts import join_scripts
from colabora.publishing.style_sheets import Sheet

FOLDER = "overrides/assets"
SCRIPTS = "javascripts"
STYLES = "stylesheets"
HOME = "assets"
# The one style sheet as templates ask for it, and its address until it is known what all pages use.
STYLE_SHEET = "site.css"
WHOLE_STYLE_SHEET = f"{HOME}/site.whole.css"
# Our sheets that others build on come first, the one for paper last; all others by name between them.
FIRST_SHEETS = ("tokens.css", "base.css", "shell.css")
LAST_SHEETS = ("print.css",)
DIGEST_LENGTH = 12


@dataclass(frozen=True)
class Assets:
    """Where each file below `overrides/assets/` goes, and the Jinja global `asset(name)` that links to it.

    `addresses` go by the name templates use (`shell.js`, `images/house.svg`), `sources` (files that are copied) and
    `scripts` (texts that are written) and `data` (modules that hold nothing but data) by the address.
    """

    addresses: Mapping[str, str]
    sources: Mapping[str, Path]
    scripts: Mapping[str, str]
    data: Mapping[str, str] = field(default_factory=dict)

    def address(self, name: str) -> str:
        """Return the address of an asset below the site; one that is not there is a LookupError."""
        if name not in self.addresses:
            raise LookupError(f"asset('{name}'): there is no such file in {FOLDER}/")
        return self.addresses[name]

    @pass_context
    def __call__(self, context: Context, name: str) -> str:
        """Return the link to an asset from the page that is being rendered."""
        return f"{context['view'].root}{self.address(name)}"


def read_assets(root: Path, made: Mapping[str, str] | None = None) -> Assets:
    """Read what there is to publish below the repository root; `made` are modules of data to go with the scripts."""
    folder = root / FOLDER
    files = {p.relative_to(folder).as_posix(): p for p in sorted(folder.rglob("*")) if p.is_file()}
    modules = {p.name: p.read_text(encoding="utf-8") for n, p in files.items() if n.startswith(f"{SCRIPTS}/")}
    scripts, data = join_scripts(modules), dict(made or {})
    script_home = f"{HOME}/{digest(*(part.encode() for script in sorted((scripts | data).items()) for part in script))}"
    addresses = {STYLE_SHEET: WHOLE_STYLE_SHEET} | {name: f"{script_home}/{name}" for name in scripts}
    sources = {}
    for name, path in files.items():
        if not name.startswith((f"{STYLES}/", f"{SCRIPTS}/")):
            addresses[name] = f"{HOME}/{name if name.startswith('vendor/') else fingerprinted(name, path.read_bytes())}"
            sources[addresses[name]] = path
    placed = {addresses[name]: text for name, text in scripts.items()}
    return Assets(addresses, sources, placed, {f"{script_home}/{name}": text for name, text in data.items()})


def digest(*contents: bytes) -> str:
    """Return a short SHA-256 of contents, in which it matters where one ends and the next begins."""
    whole = hashlib.sha256()
    for content in contents:
        whole.update(len(content).to_bytes(8, "big") + content)
    return whole.hexdigest()[:DIGEST_LENGTH]


def fingerprinted(name: str, content: bytes) -> str:
    """Put the digest of a file's content before the ending of its name."""
    path = PurePosixPath(name)
    return path.with_name(f"{path.stem}.{digest(content)}{path.suffix}").as_posix()


def read_sheets(root: Path, assets: Assets) -> tuple[Sheet, ...]:
    """Read our style sheets in the order in which they are joined.

    The theme's are left out: the pages use none of its classes, and what it says of whole elements had to be undone.
    """
    own = sorted((root / FOLDER / STYLES).glob("*.css"), key=lambda path: (_position(path.name), path.name))
    files = dict(_relative_to_styles(assets))
    return tuple(Sheet(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"), files) for path in own)


def _position(name: str) -> int:
    if name in LAST_SHEETS:
        return len(FIRST_SHEETS) + 1
    return FIRST_SHEETS.index(name) if name in FIRST_SHEETS else len(FIRST_SHEETS)


def _relative_to_styles(assets: Assets) -> Iterator[tuple[str, str]]:
    """Yield each file as one of our sheets asks for it, and as the published sheet has to."""
    for name, address in assets.addresses.items():
        yield f"../{name}", posixpath.relpath(address, HOME)
