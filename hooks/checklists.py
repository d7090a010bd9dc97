"""Adapter: put all checklists into the page of the plan and into files that people take away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from colabora.checklists.exports import checklist_files
from colabora.checklists.plan import make_plan
from colabora.data_files import Release, write_files
from colabora.publishing.dates import build_date, version


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the page of the plan ask for all lists."""
    env.globals["checklist_plan"] = make_plan
    return env


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the data once, after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    base = config.extra["knowledge_base"]
    release = Release(version(base.root), build_date(base.root), config.site_name, config.site_url or "/")
    write_files(checklist_files(base, release), Path(config.site_dir))
