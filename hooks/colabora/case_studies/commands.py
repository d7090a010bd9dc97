"""The commands for those who look after cases: `colabora due-checks` and `colabora withdraw`."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, get_type_hints

from colabora.case_studies.checks import due_checks
from colabora.case_studies.withdrawing import Plan, plan_withdrawal
from colabora.kinds import Kind
from colabora.knowledge_base import KnowledgeBase, read_knowledge_base
from colabora.locales import SOURCE_LOCALE
from colabora.registers import Withdrawal
from colabora.translations.exceptions import exceptions_by_locale
from colabora.translations.freshness import page_freshness
from colabora.translations.kept import keep
from colabora.translations.model import Status
from colabora.translations.stamping import plan_stamping, write_stamp

REASONS = get_type_hints(Withdrawal)["reason"].__args__


def add_case_commands(commands: Any) -> None:
    """Register the commands with argparse."""
    due = commands.add_parser("due-checks", help="list the cases that nobody has looked up for over a year")
    due.add_argument("--today", type=dt.date.fromisoformat, default=None, metavar="YYYY-MM-DD", help="default: today")
    due.set_defaults(run=run_due_checks)
    withdrawing = commands.add_parser(
        "withdraw", help="take a case off the site, with what refers to it; its address says so (only git undoes it)"
    )
    withdrawing.add_argument("slug", help="file name of the case without .md")
    withdrawing.add_argument("--reason", required=True, choices=REASONS)
    withdrawing.add_argument("--date", type=dt.date.fromisoformat, default=None, metavar="YYYY-MM-DD")
    withdrawing.add_argument("--dry-run", action="store_true", help="say what would be done, and do nothing")
    withdrawing.set_defaults(run=run_withdraw)


def run_due_checks(options: argparse.Namespace) -> int:
    """Print the cases to look up again, the oldest first; 1 if there are any."""
    base, _ = read_knowledge_base(options.root.resolve())
    due = due_checks(base.of_kind(Kind.CASE_STUDY), options.today or dt.date.today())
    for page, date in due:
        print(f"{page.path}:{page.source.line_of('last_checked')}: last checked {date}")
    print(f"{len(due)} of {len(base.of_kind(Kind.CASE_STUDY))} cases were last checked over a year ago")
    return 1 if due else 0


def run_withdraw(options: argparse.Namespace) -> int:
    """Withdraw a case and say what was done and what is left to do."""
    base, _ = read_knowledge_base(options.root.resolve())
    date = (options.date or dt.date.today()).isoformat()
    plan = plan_withdrawal(base, Withdrawal(slug=options.slug, date=date, reason=options.reason))
    if not options.dry_run:
        withdraw(base, plan)
    tell(plan, base.locales, options.slug)
    if options.dry_run:
        print("Nothing was done (--dry-run).")
    return 0


def withdraw(base: KnowledgeBase, plan: Plan) -> None:
    """Delete and write the files of a plan; translations that were current stay so."""
    current = _current_sections(base, plan.texts)
    for path in plan.deleted:
        (base.root / path).unlink()
    for path, text in plan.texts.items():
        (base.root / path).write_bytes(text.encode())
    _stamp_again(base.root, current)


def _current_sections(base: KnowledgeBase, paths: Collection[str]) -> dict[tuple[str, str], set[str]]:
    """Return the sections of each translation of a page among the paths that say what English says."""
    english = [p for p in base.pages[SOURCE_LOCALE].values() if p.path in paths]
    return {
        (locale, page.name): set(page_freshness(page, translation, locale).of(Status.CURRENT))
        for locale in base.locales
        for page in english
        if locale != SOURCE_LOCALE and (translation := base.pages[locale].get(page.name))
    }


def _stamp_again(root: Path, current: Mapping[tuple[str, str], set[str]]) -> None:
    base, _ = read_knowledge_base(root)
    exceptions = exceptions_by_locale(base.registers.translation_exceptions)
    written: dict[str, Mapping[str, str]] = {}
    for (locale, name), sections in current.items():
        english, translation = base.pages[SOURCE_LOCALE][name], base.pages[locale][name]
        plan = plan_stamping(english, translation, sections, exceptions=exceptions[locale])
        if plan.digests is not None:
            write_stamp(base.root / translation.path, plan.digests)
            written[translation.path] = plan.digests
    # Also drops the English text of the case that was kept for its translators.
    keep(base, written)


def tell(plan: Plan, locales: Collection[str], slug: str) -> None:
    """Print what a plan does."""
    for path in plan.deleted:
        print(f"{path}: deleted")
    for place in plan.taken_out:
        print(f"{place}: reference taken out")
    for place in plan.still_named:
        print(f"{place}: still named in words – read it and decide")
    print(
        f"“{slug}” leaves a notice at its address in {len(locales)} languages, and is no longer in data, map or lists."
    )
    print("Now run “colabora check”, and commit. Photos and text stay in the history of git and in copies of others.")
