"""Dates and version of a build: the same for every build of one commit, so that two builds are identical."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import tomllib
from pathlib import Path


def build_date(root: Path) -> str:
    """Return SOURCE_DATE_EPOCH, or else the day and time HEAD was committed, in UTC (`2026-11-24T08:00:00Z`).

    Outside a repository, where nothing says from when the files are, it is the present.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or _committed(root)
    moment = dt.datetime.fromtimestamp(int(seconds), dt.UTC) if seconds else dt.datetime.now(dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _committed(root: Path) -> str:
    command = ("git", "log", "-1", "--format=%ct")
    try:
        answer = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    except FileNotFoundError:  # git is not installed
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def version(root: Path) -> str:
    """Return the version a release names in SITE_VERSION, or else the one in pyproject.toml."""
    named = os.environ.get("SITE_VERSION")
    if named:
        return named
    with (root / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])
