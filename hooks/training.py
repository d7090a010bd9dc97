"""Adapter: let pages of the course ask for its lessons and for what they say to machines, and publish the course as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from colabora.data_files import Release, write_files
from colabora.publishing.dates import build_date, version
from colabora.training.course import make_course
from colabora.training.exports import training_files
from colabora.training.linked_data import learning_data


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Let the templates ask."""
    base = config.extra["knowledge_base"]
    env.globals["make_course"] = make_course
    env.globals["learning_data"] = learning_data
    env.globals["site_version"] = version(base.root)
    return env


@event_priority(-150)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the data once, after the last language: i18n builds the others inside its own event, at -100."""
    i18n: Any = config.plugins["i18n"]
    if i18n.building:
        return
    base = config.extra["knowledge_base"]
    release = Release(version(base.root), build_date(base.root), config.site_name, config.site_url or "/")
    write_files(training_files(base, release), Path(config.site_dir))
