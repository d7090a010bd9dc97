"""The commands for translators: `colabora translations status | check | stamp | diff | todo`."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from colabora.knowledge_base import KnowledgeBase, Page, read_knowledge_base
from colabora.locales import SOURCE_LOCALE
from colabora.problems import Problem, has_errors, problems_to_text
from colabora.source import split_path
from colabora.translations.changes import change_to_text, changes
from colabora.translations.checks import TranslationChecks
from colabora.translations.comparing import Sides
from colabora.translations.coverage import Coverage, Work, make_coverage, make_coverages
from colabora.translations.exceptions import exceptions_by_locale
from colabora.translations.exports import coverage_to_json
from colabora.translations.freshness import section_digests
from colabora.translations.kept import keep, read_kept
from colabora.translations.model import Status
from colabora.translations.new_locale import MARK, CannotAddError, new_locale
from colabora.translations.stamping import plan_stamping, write_stamp

HOW_TO_STAMP = "see diff, then stamp with --section or --changed"
FILES = "files below docs/lv (or another language), or a language: lv"


class WrongTargetError(Exception):
    """Say why something named on the command line is no translation."""


def add_translation_commands(commands: Any) -> None:
    """Register the commands with argparse."""
    parser = commands.add_parser("translations", help="what is translated, what is behind, what is next")
    kinds = parser.add_subparsers(required=True, metavar="COMMAND")
    status = kinds.add_parser("status", help="how much is translated; with a language, page by page")
    status.add_argument("locale", nargs="?")
    status.add_argument("--format", choices=("text", "json"), default="text")
    status.set_defaults(run=run_status)
    checking = kinds.add_parser("check", help="what a translation has to mend before it can be stamped")
    checking.add_argument("targets", nargs="+", metavar="FILE|LOCALE", help=FILES)
    checking.set_defaults(run=run_check)
    stamp = kinds.add_parser("stamp", help="vouch that sections say what the English ones say now")
    stamp.add_argument("targets", nargs="+", metavar="FILE|LOCALE", help=FILES)
    stamp.add_argument(
        "--section",
        action="append",
        default=[],
        metavar="ID",
        help="only this section, also if its English text has changed",
    )
    stamp.add_argument("--changed", action="store_true", help="all sections whose English text has changed, too")
    stamp.set_defaults(run=run_stamp)
    diff = kinds.add_parser("diff", help="what changed in English since the stamp")
    diff.add_argument("targets", nargs="+", metavar="FILE|LOCALE", help=FILES)
    diff.set_defaults(run=run_diff)
    todo = kinds.add_parser("todo", help="what to translate next, entry pages first")
    todo.add_argument("locale")
    todo.set_defaults(run=run_todo)
    adding = commands.add_parser("new-locale", help="prepare one more language")
    adding.add_argument("locale", help="two letters, such as ca")
    adding.set_defaults(run=run_new_locale)


def run_status(options: argparse.Namespace) -> int:
    """Print the share of each language, or every page of one."""
    base = _read(options)
    locales = [options.locale] if options.locale else [x for x in base.locales if x != SOURCE_LOCALE]
    found = {x: make_coverage(base, _locale(base, x)) for x in locales}
    if options.format == "json":
        print(json.dumps(coverage_to_json(found), ensure_ascii=False, indent=1))
        return 0
    for coverage in found.values():
        print(_summary(coverage))
        if options.locale:
            sys.stdout.writelines(_page_lines(coverage))
    return 0


def _summary(coverage: Coverage) -> str:
    pages = ", ".join(f"{coverage.count(s)} {s}" for s in reversed(Status))
    whole = coverage.whole
    return f"{coverage.locale}: pages {pages}; sections {whole.current} of {whole.total} current ({whole.percent} %)"


def _page_lines(coverage: Coverage) -> Iterator[str]:
    for name, freshness in coverage.pages.items():
        behind = [f"{s.id} {s.status}" for s in freshness.sections if s.status is not Status.CURRENT]
        shown = ": " + ", ".join(behind) if behind and freshness.exists and freshness.is_stamped else ""
        stamp = "" if freshness.is_stamped or not freshness.exists else " (never stamped)"
        yield f"{freshness.status:8} docs/{coverage.locale}/{name}{stamp}{shown}\n"


def run_check(options: argparse.Namespace) -> int:
    """Print what disagrees with English, stamped or not; 1 if that stands in the way of a stamp."""
    base = _read(options)
    checks = TranslationChecks(base)
    problems: list[Problem] = []
    for english, translation in _translations(base, options):
        problems += checks.check(english, translation, set(section_digests(english)))
    sys.stdout.write(problems_to_text(sorted(set(problems))))
    counts = Counter(p.rule for p in problems)
    print(", ".join(f"{n} {name}" for name, n in counts.most_common()) or "nothing to mend", file=sys.stderr)
    return 1 if has_errors(problems) else 0


def run_stamp(options: argparse.Namespace) -> int:
    """Stamp files; 1 if one disagrees with English and was left as it is."""
    base = _read(options)
    exceptions = exceptions_by_locale(base.registers.translation_exceptions)
    written: dict[str, Mapping[str, str]] = {}
    sides, failed = Sides(), False
    for english, translation in _translations(base, options):
        _check_sections(english, options.section)
        plan = plan_stamping(
            english,
            translation,
            options.section,
            options.changed,
            exceptions=exceptions[translation.locale],
            sides=sides,
        )
        sys.stdout.write(problems_to_text(sorted(plan.problems)))
        if plan.problems:
            failed = True
            print(f"{translation.path}: not stamped")
            continue
        if plan.digests is not None:
            write_stamp(base.root / translation.path, plan.digests)
            written[translation.path] = plan.digests
        if plan.stamped:
            print(f"{translation.path}: stamped {', '.join(plan.stamped)}")
        if plan.left:
            print(f"{translation.path}: changed in English and left alone: {', '.join(plan.left)} ({HOW_TO_STAMP})")
    keep(base, written)
    return 1 if failed else 0


def run_diff(options: argparse.Namespace) -> int:
    """Print the English changes that translations have not followed."""
    base = _read(options)
    kept = read_kept(base.root)
    for english, translation in _translations(base, options):
        for change in changes(english, translation, translation.locale, kept):
            sys.stdout.write(change_to_text(change))
    return 0


def run_todo(options: argparse.Namespace) -> int:
    """Print what to do next in a language."""
    base = _read(options)
    coverage = make_coverages(base)[_locale(base, options.locale)]
    for place, work in enumerate(coverage.work, start=1):
        print(f"{place:3}. docs/{coverage.locale}/{work.english.name}: {_what(work)} ({work.words} words)")
    print(f"{sum(w.words for w in coverage.work)} words on {len(coverage.work)} pages", file=sys.stderr)
    return 0


def run_new_locale(options: argparse.Namespace) -> int:
    """Prepare a language and say what to do next."""
    try:
        written = new_locale(options.root.resolve(), options.locale)
    except CannotAddError as why:
        raise WrongTargetError(str(why)) from None
    print(f"written: {', '.join(written)}")
    print(f"next: translate what is marked “{MARK}”, then “colabora translations todo {options.locale}”")
    return 0


def _what(work: Work) -> str:
    if not work.freshness.exists:
        return "translate"
    return ", ".join(work.sections) if work.freshness.is_stamped else "check and stamp"


def _read(options: argparse.Namespace) -> KnowledgeBase:
    base, _ = read_knowledge_base(options.root.resolve())
    return base


def _locale(base: KnowledgeBase, name: str) -> str:
    if name not in base.locales or name == SOURCE_LOCALE:
        known = ", ".join(x for x in base.locales if x != SOURCE_LOCALE)
        raise WrongTargetError(f"{name} is no language that is translated into: use {known}, or a file")
    return name


def _translations(base: KnowledgeBase, options: argparse.Namespace) -> Iterator[tuple[Page, Page]]:
    """Yield the pages named on the command line with their English ones."""
    for target in options.targets:
        if "/" not in target and not target.endswith(".md"):
            for translation in base.pages[_locale(base, target)].values():
                yield _english(base, translation), translation
            continue
        path = Path(target) if Path(target).is_absolute() else Path.cwd() / target
        if not path.exists():
            path = base.root / target
        if not path.is_relative_to(base.root / "docs"):
            raise WrongTargetError(f"{target} is no file in docs/")
        locale, name = split_path(path.resolve().relative_to(base.root).as_posix())
        page = base.pages[_locale(base, locale)].get(name)
        if page is None:
            raise WrongTargetError(f"{target} is not there")
        yield _english(base, page), page


def _check_sections(english: Page, sections: list[str]) -> None:
    known = section_digests(english)
    for name in sections:
        if name not in known:
            raise WrongTargetError(f"{english.path} has no section {name}: use {', '.join(known)}")


def _english(base: KnowledgeBase, translation: Page) -> Page:
    english = base.pages[SOURCE_LOCALE].get(translation.name)
    if english is None:
        raise WrongTargetError(f"{translation.path} has no English page")
    return english
