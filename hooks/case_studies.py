"""Adapter: publish the cases as open data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

from colabora.case_studies.exports import case_study_files
from colabora.data_files import Release, write_files
from colabora.publishing.dates import build_date, version


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the data once, after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    base = config.extra["knowledge_base"]
    release = Release(version(base.root), build_date(base.root), config.site_name, config.site_url or "/")
    write_files(case_study_files(base, release), Path(config.site_dir))
