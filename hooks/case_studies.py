"""Adapter: let templates draw the cases, and publish them as open data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from colabora.case_studies.charts import charts
from colabora.case_studies.exports import case_study_files
from colabora.case_studies.linked_data import linked_data
from colabora.data_files import Release, write_files
from colabora.publishing.dates import build_date, version


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the templates ask for charts and for what a page says to machines."""
    env.globals["case_charts"] = charts
    env.globals["linked_data"] = linked_data
    return env


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the data once, after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    base = config.extra["knowledge_base"]
    release = Release(version(base.root), build_date(base.root), config.site_name, config.site_url or "/")
    write_files(case_study_files(base, release), Path(config.site_dir))
