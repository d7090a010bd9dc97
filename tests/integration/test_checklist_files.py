"""The data of the lists as a build writes them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from colabora.checklists.exports import checklist_files
from colabora.checks import check
from colabora.data_files import Release
from colabora.publishing.dates import build_date, version
from conftest import ROOT
from small_world import make_world

pytestmark = pytest.mark.xdist_group("publishing")
MAIN = "<!doctype html><html lang='{{ locale }}'><title>{{ written.title }}</title><main>{% for part in view.parts %}{% if part.marker %}{% include 'markers/' ~ part.marker ~ '.html' %}{% else %}{{ part.html }}{% endif %}{% endfor %}</main></html>"
EPOCH = "1790000000"
PLAN = "---\ntitle: My plan\ndescription: The page of the plan, long enough to pass.\n---\n[[my-plan]]\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a repository and the site built of it."""
    root = make_world(tmp_path_factory.mktemp("repository"))
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    templates = ("redirect.html", "markers/my-plan.html", "partials/plan-path.html")
    for name in ("mkdocs.yml", "pyproject.toml", *(f"overrides/{template}" for template in templates)):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    (root / "overrides/main.html").write_text(MAIN, encoding="utf-8")
    (root / "overrides/404.html").write_text("{{ written.title }}", encoding="utf-8")
    (root / "docs/en/checklists/index.md").write_text(PLAN, encoding="utf-8")
    site = root / "site"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "SITE_DIR": str(site), "NO_MKDOCS_2_WARNING": "1"}
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "-q")
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return root, site


def test_a_build_writes_every_data_file_for_all_languages(
    built: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, site = built
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    release = Release(version(root), build_date(root), "CoLabora", "https://example.org/")
    expected = checklist_files(check(root)[0], release)
    assert len(expected) > 20
    assert {name for name, content in expected.items() if (site / name).read_bytes() != content} == set()


@pytest.mark.parametrize("locale", ["", "lv/"])
def test_the_page_of_the_plan_is_filled_in_every_language(built: tuple[Path, Path], locale: str) -> None:
    page = LexborHTMLParser((built[1] / locale / "checklists/index.html").read_text(encoding="utf-8"))
    data = json.loads(
        (built[1] / "data" / (locale.rstrip("/") or "en") / "checklists.json").read_text(encoding="utf-8")
    )
    folds = [fold.attributes["data-list"] for fold in page.css("colabora-plan details[data-list]")]
    assert folds == [one["id"] for one in data["checklists"]]
    assert len(folds) == 2


@pytest.mark.parametrize("locale", ["en", "lv"])
def test_what_scripts_load_by_language_stands_beside_them(built: tuple[Path, Path], locale: str) -> None:
    (lists,) = (built[1] / "assets").glob(f"*/lists-{locale}.js")
    data = json.loads((built[1] / "data" / locale / "checklists.json").read_text(encoding="utf-8"))
    found = json.loads(lists.read_text(encoding="utf-8").removeprefix("export default ").removesuffix(";\n"))
    texts = [[item["text"] for item in one["items"]] for one in data["checklists"]]
    assert [[item["text"] for item in one["items"]] for one in found["lists"]] == texts
    assert all((lists.parent / f"words-{group}-{locale}.js").is_file() for group in ("checklist", "plan"))
