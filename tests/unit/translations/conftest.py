"""The translated world, made once and copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from translated_world import make_translated_world


@pytest.fixture(scope="session")
def stamped_world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_translated_world(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def base(stamped_world: Path) -> KnowledgeBase:
    """Return the stamped world as read once; nobody writes into it."""
    base, problems = read_knowledge_base(stamped_world)
    assert problems == []
    return base


@pytest.fixture
def world(stamped_world: Path, tmp_path: Path) -> Path:
    """Return the root of a stamped world of one's own."""
    return Path(shutil.copytree(stamped_world, tmp_path / "world"))
