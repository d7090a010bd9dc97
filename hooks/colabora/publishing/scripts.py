"""Scripts: many small modules in the sources, few small files on the site.

Takes in the modules by name, spits out the files to publish: each module that a page asks for takes in those it
imports, so that a page with a checklist asks for one file instead of ten, and comments stay in the sources. What is
imported only when used (`import('./exchange-xlsx.js')`) stays a file of its own. A preview needs none of this.

The modules keep to what this reads: one `import {a, b} from './x.js';` a line, and no top-level name twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from rjsmin import jsmin

IMPORT = re.compile(r"^import\s+(?:(?P<names>[^;'\"]+?)\s+from\s+)?'(?P<path>[^']+)';[ \t]*$", re.MULTILINE)
LATE_IMPORT = re.compile(r"\bimport\('\./([^']+)'\)(?!\.\w)")
TOP_NAME = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let|var)\s+(\w+)", re.MULTILINE)
ELEMENT = re.compile(r"\bcustomElements\.define\(")
COMMENT = re.compile(r"^[ \t]*/\*\*?.*?\*/[ \t]*\n?|^[ \t]*//[^\n]*\n", re.DOTALL | re.MULTILINE)


class ScriptError(Exception):
    """Say which modules can't be joined and how to mend it."""


def join_scripts(modules: Mapping[str, str]) -> dict[str, str]:
    """Return the files to publish by name, each minified."""
    bare = {name: COMMENT.sub("", text) for name, text in modules.items()}
    homes = _homes(bare)
    members: dict[str, list[str]] = {home: [] for home in dict.fromkeys(homes.values())}
    for name in _in_order(bare):
        members[homes[name]].append(name)
    return {home: jsmin(_join(home, names, bare, homes), keep_bang_comments=False) for home, names in members.items()}


def _imports(text: str) -> list[str]:
    """Return the modules beside it that a module imports at once."""
    return [m["path"][2:] for m in IMPORT.finditer(text) if m["path"].startswith("./")]


def _homes(modules: Mapping[str, str]) -> dict[str, str]:
    """Return the file each module goes into: that of an entry which is always loaded where the module is wanted."""
    edges = {name: _imports(text) for name, text in modules.items()}
    late = {name: LATE_IMPORT.findall(text) for name, text in modules.items()}
    wanted_late = {x for targets in late.values() for x in targets}
    imported = {x for targets in edges.values() for x in targets}
    entries = [n for n, text in modules.items() if n in wanted_late or n not in imported or ELEMENT.search(text)]
    at_once = {name: _reached(name, edges) for name in modules}
    loaded = _loaded(entries, at_once, late)
    homes = {}
    for name in modules:
        users = [entry for entry in entries if name in at_once[entry]]
        takers = [entry for entry in users if all(entry in loaded[user] for user in users)]
        homes[name] = name if name in entries or not takers else takers[0]
    return homes


def _loaded(
    entries: list[str], at_once: Mapping[str, frozenset[str]], late: Mapping[str, list[str]]
) -> dict[str, frozenset[str]]:
    """Return what is surely there when an entry runs: what it imports, and what is there wherever it is asked for."""
    askers = {entry: [e for e in entries if any(entry in late.get(m, ()) for m in at_once[e])] for entry in entries}
    loaded = {entry: frozenset(at_once) if askers[entry] else at_once[entry] for entry in entries}
    for _ in entries:  # what is lost on the longest way has then arrived
        for entry in (e for e in entries if askers[e]):
            common = frozenset.intersection(*(loaded[asker] for asker in askers[entry] if asker != entry))
            loaded[entry] = at_once[entry] | common
    return loaded


def _reached(start: str, edges: Mapping[str, list[str]]) -> frozenset[str]:
    found, left = {start}, [start]
    while left:
        new = [x for x in edges.get(left.pop(), []) if x not in found]
        found.update(new)
        left += new
    return frozenset(found)


def _in_order(modules: Mapping[str, str]) -> Iterator[str]:
    """Yield every module after those it imports."""
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> Iterator[str]:
        if name in above:
            raise ScriptError(f"{' → '.join((*above, name))}: modules import each other in a circle")
        if name in done:
            return
        if name not in modules:
            raise ScriptError(f"{above[-1]}: imports {name}, which is not there")
        for imported in _imports(modules[name]):
            yield from visit(imported, (*above, name))
        if name not in done:
            done.add(name)
            yield name

    for name in sorted(modules):
        yield from visit(name, ())


def _join(home: str, names: list[str], modules: Mapping[str, str], homes: Mapping[str, str]) -> str:
    """Return one module with the text of several, which imports only from other files."""
    owners: dict[str, str] = {}
    outside: dict[str, None] = {}
    texts = []
    for name in names:
        for top in TOP_NAME.findall(modules[name]):
            if owners.setdefault(top, name) != name:
                raise ScriptError(f"{name}: “{top}” is a top-level name in {owners[top]}, too; rename one")
        for match in IMPORT.finditer(modules[name]):
            path = PurePosixPath(match["path"]).name if match["path"].startswith("./") else ""
            if path and homes[path] == home:
                if match["names"] and " as " in match["names"]:
                    raise ScriptError(f"{name}: imports {path} under another name; use its own")
                continue
            address = f"./{homes[path]}" if path else match["path"]
            outside[f"import {match['names']} from '{address}';" if match["names"] else f"import '{address}';"] = None
        texts.append(IMPORT.sub("", modules[name]))
    return "\n".join([*_once(outside), *texts])


def _once(imports: Mapping[str, None]) -> list[str]:
    """Return the imports with each name once a file, since two modules may have asked for the same."""
    named: dict[str, dict[str, None]] = {}
    others = []
    for line in imports:
        match = re.fullmatch(r"import \{([^}]*)\} from ('[^']+');", line)
        if match:
            named.setdefault(match[2], {}).update(dict.fromkeys(x.strip() for x in match[1].split(",") if x.strip()))
        else:
            others.append(line)
    return [*others, *(f"import {{{', '.join(names)}}} from {path};" for path, names in named.items())]
