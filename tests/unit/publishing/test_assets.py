from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from colabora.publishing.addresses import Links
from colabora.publishing.assets import Assets, digest, read_assets, read_sheets
from conftest import Repository

FILES = {
    "overrides/assets/javascripts/shell.js": "import './store.js'",
    "overrides/assets/javascripts/store.js": "export {}",
    "overrides/assets/javascripts/item.js": "export {}",
    "overrides/assets/vendor/lib-1.2/lib.js": "x",
    "overrides/assets/images/house.svg": "<svg/>",
    "overrides/assets/stylesheets/print.css": ".print{a:b}",
    "overrides/assets/stylesheets/zoo.css": ".zoo{a:url(../images/house.svg)}",
    "overrides/assets/stylesheets/ark.css": ".ark{a:b}",
    "overrides/assets/stylesheets/base.css": ".base{a:b}",
    "overrides/assets/stylesheets/tokens.css": ".tokens{a:b}",
}


def assets_with(repository: Repository, **changed: str) -> Assets:
    return read_assets(repository({**FILES, **{f"overrides/assets/javascripts/{k}.js": v for k, v in changed.items()}}))


def test_all_scripts_share_one_folder_so_that_imports_work(repository: Repository) -> None:
    assets = assets_with(repository)
    folders = {Path(assets.address(name)).parent for name in ("shell.js", "store.js", "item.js")}
    assert len(folders) == 1
    assert assets.address("item.js").endswith("/item.js")


def test_a_change_in_any_script_changes_the_folder(repository: Repository) -> None:
    before = assets_with(repository).address("shell.js")
    assert assets_with(repository).address("shell.js") == before
    assert assets_with(repository, store="export {x}").address("shell.js") != before


def test_a_digest_tells_where_a_content_ends() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")


def test_a_picture_carries_its_digest_and_a_library_its_version(repository: Repository) -> None:
    assets = assets_with(repository)
    assert assets.address("images/house.svg") == f"assets/images/house.{digest(b'<svg/>')}.svg"
    assert assets.address("vendor/lib-1.2/lib.js") == "assets/vendor/lib-1.2/lib.js"


def test_style_sheets_are_not_published_one_by_one(repository: Repository) -> None:
    assert not [address for address in assets_with(repository).sources if address.endswith(".css")]


def test_what_is_not_there_cannot_be_asked_for(repository: Repository) -> None:
    with pytest.raises(LookupError, match=r"no\.js"):
        assets_with(repository).address("no.js")


def test_templates_link_from_the_page_they_render(repository: Repository) -> None:
    assets = assets_with(repository)
    environment = Environment(autoescape=True)
    environment.globals["asset"] = assets
    page = environment.from_string("{{ asset('shell.js') }}").render(view=Links("/", "lv/about/"))
    assert page == f"../../{assets.address('shell.js')}"


def test_sheets_come_in_a_stated_order(repository: Repository) -> None:
    root = repository(FILES)
    names = [Path(sheet.name).name for sheet in read_sheets(root, read_assets(root))]
    assert names == ["tokens.css", "base.css", "ark.css", "zoo.css", "print.css"]


def test_a_sheet_knows_the_addresses_of_pictures_as_seen_from_the_one_sheet(repository: Repository) -> None:
    root = repository(FILES)
    zoo = next(s for s in read_sheets(root, read_assets(root)) if s.name.endswith("zoo.css"))
    assert zoo.files["../images/house.svg"] == f"images/house.{digest(b'<svg/>')}.svg"


def test_modules_of_data_stand_beside_the_scripts_and_change_their_folder(repository: Repository) -> None:
    root = repository(FILES)
    one, other = (read_assets(root, {"words-en.js": f"export default {text};\n"}) for text in ("1", "2"))
    folder = one.address("shell.js").removesuffix("shell.js")
    assert one.data == {f"{folder}words-en.js": "export default 1;\n"}
    assert not set(one.data) & set(one.scripts)
    assert one.address("shell.js") != other.address("shell.js")
