"""Time what editors wait for: one check, one build of all languages, one of a single language; ratios in one run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
RUNS = 3
COMMANDS = {
    "colabora check": ([str(BIN / "colabora"), "check"], {}),
    "build, one language (LOCALE=lv)": ([str(BIN / "mkdocs"), "build", "-q"], {"LOCALE": "lv"}),
    "build, five languages": ([str(BIN / "mkdocs"), "build", "-q"], {}),
}


def cpu_seconds(command: list[str], extra: dict[str, str]) -> float:
    """Return the processor seconds of one run, which other work on the machine does not change much."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.times()
        environment = {**os.environ, **extra, "SITE_DIR": folder, "LENIENT": "1", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True)
        after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def main() -> None:
    """Print a Markdown table with the least of three runs and the ratio to the check."""
    print(f"| what | processor seconds | × check |\n|---|---|---|  <!-- {time.strftime('%Y-%m-%d')} -->")
    least = {name: min(cpu_seconds(*command) for _ in range(RUNS)) for name, command in COMMANDS.items()}
    for name, seconds in least.items():
        print(f"| {name} | {seconds:.1f} | {seconds / least['colabora check']:.1f} |")


if __name__ == "__main__":
    main()
