"""The `colabora` command for authors, translators and release managers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from colabora.checks import check
from colabora.problems import Problem, has_errors, problems_to_github, problems_to_json, problems_to_text

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
    checking.set_defaults(run=run_check)
    options = parser.parse_args(arguments)
    if not (options.root / "docs").is_dir():
        print(f"{options.root}: no folder docs/ — run colabora in the repository, or give --root", file=sys.stderr)
        return 2
    return int(options.run(options))


def run_check(options: argparse.Namespace) -> int:
    """Print all problems; 1 if one is an error."""
    _, problems = check(options.root.resolve())
    sys.stdout.write(FORMATS[options.format](problems))
    if options.format == "text":
        print(f"{len(problems)} problem{'s' * (len(problems) != 1)}", file=sys.stderr)
    return 1 if has_errors(problems) else 0
