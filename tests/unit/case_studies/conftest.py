from __future__ import annotations

from pathlib import Path

import pytest

from case_world import make_case_world
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_case_world(tmp_path)


@pytest.fixture
def base(root: Path) -> KnowledgeBase:
    read, problems = read_knowledge_base(root)
    assert not problems
    return read
