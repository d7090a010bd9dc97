"""The `colabora` command for authors, translators and release managers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from colabora.case_studies.commands import add_case_commands
from colabora.case_studies.withdrawing import CannotWithdrawError
from colabora.checklists.releasing import add_release_commands
from colabora.checks import check
from colabora.kinds import Kind
from colabora.new_page import CannotCreateError, new_page
from colabora.problems import Problem, has_errors, problems_to_github, problems_to_json, problems_to_text
from colabora.readability import report
from colabora.translations.commands import WrongTargetError, add_translation_commands

FORMATS: Mapping[str, Callable[[list[Problem]], str]] = {
    "text": problems_to_text,
    "json": problems_to_json,
    "github": problems_to_github,
}


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit code: 0 fine, 1 problems, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="colabora", description="Work on the knowledge base.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the repository (default: here)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    checking = commands.add_parser("check", help="list every problem of every page")
    checking.add_argument("--format", choices=FORMATS, default="text")
    checking.add_argument("--report", action="store_true", help="list how readable each page is, too")
    checking.set_defaults(run=run_check)
    creating = commands.add_parser("new", help="write the skeleton of a page")
    creating.add_argument("kind", choices=[str(k) for k in Kind])
    creating.add_argument("slug", help="file name: lower-case English words with hyphens")
    creating.add_argument(
        "--in", dest="parent", default="", metavar="FOLDER", help="stage of a practice, module of a lesson"
    )
    creating.set_defaults(run=run_new)
    add_release_commands(commands)
    add_translation_commands(commands)
    add_case_commands(commands)
    options = parser.parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"{options.root}: no folder docs/ — run colabora in the repository, or give --root", file=sys.stderr)
        return 2
    try:
        return int(options.run(options))
    except (CannotCreateError, CannotWithdrawError, WrongTargetError) as why:
        print(f"colabora: {why}", file=sys.stderr)
        return 2


def run_check(options: argparse.Namespace) -> int:
    """Print all problems; 1 if one is an error."""
    base, problems = check(options.root.resolve())
    sys.stdout.write(FORMATS[options.format](problems))
    if options.report:
        print(*report(base, base.locales), sep="\n", file=sys.stdout if options.format == "text" else sys.stderr)
    if options.format == "text":
        print(f"{len(problems)} problem{'s' * (len(problems) != 1)}", file=sys.stderr)
    return 1 if has_errors(problems) else 0


def run_new(options: argparse.Namespace) -> int:
    """Write a skeleton and say where it is."""
    file = new_page(options.root.resolve(), Kind(options.kind), options.slug, options.parent)
    print(f"{file.relative_to(options.root.resolve())}: fill in what stands between ⟨ and ⟩, then run “colabora check”")
    return 0


if __name__ == "__main__":
    sys.exit(main())
