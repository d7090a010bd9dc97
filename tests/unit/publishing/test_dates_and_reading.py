from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from colabora.knowledge_base import read_knowledge_base
from colabora.publishing.dates import build_date, version
from colabora.publishing.reading import fill_editors_email, is_read
from conftest import Repository


def git(root: Path, *arguments: str) -> None:
    command = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", *arguments)
    subprocess.run(command, cwd=root, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("SITE_VERSION", raising=False)


def test_a_build_is_dated_by_its_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-24T10:00:00+02:00")
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "--allow-empty", "-q", "-m", "x")
    assert build_date(tmp_path) == "2026-11-24T08:00:00Z"


def test_source_date_epoch_comes_before_the_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build_date(tmp_path) == "1970-01-02T00:00:00Z"


@pytest.mark.parametrize("path", ["", None])
def test_outside_a_repository_and_without_git_there_is_still_a_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str | None
) -> None:
    if path is not None:
        monkeypatch.setenv("PATH", path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert build_date(tmp_path) > "2026"


def test_a_release_names_its_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n')
    assert version(tmp_path) == "1.2.3"
    monkeypatch.setenv("SITE_VERSION", "2.0")
    assert version(tmp_path) == "2.0"


def test_the_editors_address_stands_in_one_place() -> None:
    assert fill_editors_email("[us](mailto:%editors_email%)", "a@example.org") == "[us](mailto:a@example.org)"


def test_only_known_pages_and_pictures_are_read(repository: Repository) -> None:
    root = repository({"docs/en/index.md": "Text.", "docs/en/about/glossary.yml": "[]", "docs/en/a.jpg": b"x"})
    base, _ = read_knowledge_base(root)
    repository({"docs/en/late.md": "Saved while building."})
    (root / "docs/en/link.jpg").symlink_to("a.jpg")
    names = ("en/index.md", "en/a.jpg", "en/late.md", "en/about/glossary.yml", "en/link.jpg", "xx/index.md")
    assert [name for name in names if is_read(base, name)] == ["en/index.md", "en/a.jpg"]
