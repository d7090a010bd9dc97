from __future__ import annotations

import pytest

from colabora.publishing.scripts import ScriptError, join_scripts

MODULES = {
    "list.js": "import {draw} from './draw.js';\nimport {store} from './store.js';\n"
    "customElements.define('colabora-list', class extends HTMLElement { a() { draw(store); } });\n",
    "plan.js": "import './list.js';\nimport {store} from './store.js';\nimport {filter} from './filter.js';\n"
    "customElements.define('colabora-plan', class extends HTMLElement { b() { filter(store); "
    "return import('./files.js'); } });\n",
    "draw.js": "/** Draw. @param {import('./store.js').Store} it */\nexport function draw(it) {\n"
    "  // as text\n  return `// ${it} /* kept */ https://example.org/`;\n}\n",
    "store.js": "export const store = 'x';\n",
    "filter.js": "import {draw} from './draw.js';\nexport function filter(it) { return draw(it); }\n",
    "files.js": "import {store} from './store.js';\nimport zip from '../vendor/zip-1/zip.js';\n"
    "import {refuse} from './refuse.js';\nexport function save() { return zip(store) || refuse(); }\n",
    "refuse.js": "export function refuse() { return 1; }\n",
    "shell.js": "document.body.focus();\n",
}


def test_a_page_asks_for_one_file_and_what_is_used_late_stays_apart() -> None:
    assert set(join_scripts(MODULES)) == {"list.js", "plan.js", "files.js", "shell.js"}


def test_what_is_used_late_takes_in_what_only_it_needs_and_shares_the_rest() -> None:
    part = "import {base} from './late.js';\nimport {own} from './own.js';\nexport const part = base + own;\n"
    late = (
        "import {both} from './both.js';\nexport const base = both;\nexport const more = () => import('./part.js');\n"
    )
    files = join_scripts(
        {
            "page.js": "customElements.define('a-page', class extends HTMLElement { a() { return import('./late.js'); } });\n",
            "late.js": late,
            "part.js": part,
            "both.js": "export const both = 1;\n",
            "own.js": "import {both} from './both.js';\nexport const own = both;\n",
        }
    )
    assert set(files) == {"page.js", "late.js", "part.js"}
    assert [name for name, text in files.items() if "const both" in text] == ["late.js"]
    assert "from'./late.js'" in files["part.js"].replace(" ", "")


def test_a_module_two_pages_share_is_in_one_file_only() -> None:
    files = join_scripts(MODULES)
    assert [name for name, text in files.items() if "const store" in text] == ["list.js"]
    assert "from'./list.js'" in files["plan.js"].replace(" ", "")
    assert "from'./list.js'" in files["files.js"].replace(" ", "")
    assert "from'../vendor/zip-1/zip.js'" in files["files.js"].replace(" ", "")


def test_what_is_loaded_late_by_two_files_shares_what_both_have_loaded_before() -> None:
    late = {
        "page.js": "customElements.define('colabora-page', class extends HTMLElement { async a() "
        "{ await import('./live.js'); } });\n",
        "plan.js": "import './page.js';\ncustomElements.define('colabora-plan', class extends HTMLElement { async b() "
        "{ await import('./all.js'); } });\n",
        "live.js": "import {store} from './store.js';\nexport function live() { return [store, import('./files.js')]; }\n",
        "all.js": "import {live} from './live.js';\nimport {store} from './store.js';\n"
        "export function all() { return live(store); }\n",
    }
    files = join_scripts({**late, "store.js": MODULES["store.js"], "files.js": "import {store} from './store.js';\n"})
    assert set(files) == {"page.js", "plan.js", "live.js", "all.js", "files.js"}
    assert [name for name, text in files.items() if "const store" in text] == ["live.js"]


def test_a_module_comes_after_what_it_needs() -> None:
    text = join_scripts(MODULES)["list.js"]
    assert max(text.index("function draw"), text.index("const store")) < text.index("customElements")


def test_comments_go_and_what_looks_like_one_in_a_text_stays() -> None:
    text = join_scripts(MODULES)["list.js"]
    assert "as text" not in text
    assert "// ${it} /* kept */ https://example.org/" in text


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("draw.js", "const store = 1;\nexport function draw() {}\n", "rename one"),
        ("store.js", "import {draw} from './draw.js';\nimport {store as s} from './list.js';\n", "circle"),
        ("draw.js", "import {store as s} from './store.js';\nexport function draw() {}\n", "use its own"),
        ("filter.js", "import {gone} from './gone.js';\n", "not there"),
    ],
)
def test_what_cannot_be_joined_is_said(name: str, text: str, message: str) -> None:
    with pytest.raises(ScriptError, match=message):
        join_scripts({**MODULES, name: text})
