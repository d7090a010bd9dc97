"""Time what editors wait for and write the table into README.md beside this file; ratios hold within one run."""

from __future__ import annotations

import os
import platform
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
README = Path(__file__).with_name("README.md")
HEADING = "## Last table\n"
EDITED = ROOT / "docs/lv/index.md"
RUNS = 3
CHECK = "`colabora check`"
COMMANDS = {
    CHECK: ([str(BIN / "colabora"), "check"], {}),
    "build, one language (`LOCALE=lv`)": ([str(BIN / "mkdocs"), "build", "-q"], {"LOCALE": "lv"}),
    "build, five languages": ([str(BIN / "mkdocs"), "build", "-q"], {}),
}
TICKS = os.sysconf("SC_CLK_TCK")


def environment(folder: str, **extra: str) -> dict[str, str]:
    """Return the environment of a build into a folder."""
    return {**os.environ, **extra, "SITE_DIR": folder, "LENIENT": "1", "NO_MKDOCS_2_WARNING": "1"}


def cpu_seconds(command: list[str], extra: dict[str, str]) -> float:
    """Return the processor seconds of one run, which other work on the machine does not change much."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.times()
        subprocess.run(command, cwd=ROOT, env=environment(folder, **extra), check=True, capture_output=True)
        after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def reload_seconds(locale: str) -> float:
    """Return the processor seconds from saving a page to the browser's being told to load it again."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(BIN / "mkdocs"), "serve", "-q", "--dev-addr", f"127.0.0.1:{port}"]
    with tempfile.TemporaryDirectory() as folder:
        server = subprocess.Popen(command, cwd=ROOT, env=environment(folder, LOCALE=locale), stderr=subprocess.DEVNULL)
        try:
            epoch = wait_for(f"http://127.0.0.1:{port}/livereload/0/0")
            before = spent(server.pid)
            EDITED.write_bytes(EDITED.read_bytes())
            wait_for(f"http://127.0.0.1:{port}/livereload/{epoch}/0")  # answers when the page is built anew
            return spent(server.pid) - before
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str, longest: float = 180) -> str:
    """Return what an address answers once it does."""
    end = time.monotonic() + longest
    while True:
        try:
            with urlopen(address, timeout=longest) as answer:
                return str(answer.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def spent(process: int) -> float:
    """Return the processor seconds of a running process."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICKS


def pages() -> str:
    """Say how many pages each language has."""
    counts = {f.name: len(list(f.rglob("*.md"))) for f in sorted((ROOT / "docs").iterdir()) if f.is_dir()}
    return ", ".join(f"{count} {locale}" for locale, count in counts.items())


def machine() -> str:
    """Say what was measured on."""
    return f"{os.cpu_count()} cores of {platform.machine()}, Python {platform.python_version()}"


def table() -> str:
    """Return a Markdown table with the least of three runs and the ratio to the check."""
    least = {name: min(cpu_seconds(*command) for _ in range(RUNS)) for name, command in COMMANDS.items()}
    least["edit to reload, one language (`LOCALE=lv make serve`)"] = min(reload_seconds("lv") for _ in range(RUNS))
    rows = [f"| {name} | {seconds:.1f} | {seconds / least[CHECK]:.1f} |\n" for name, seconds in least.items()]
    head = "| what | processor seconds | × check |\n|---|---:|---:|\n"
    return f"{time.strftime('%Y-%m-%d')}, {machine()}; pages: {pages()}.\n\n{head}{''.join(rows)}"


def main() -> None:
    """Measure, and keep the table."""
    text = README.read_text(encoding="utf-8")
    kept = re.split(f"(?<={HEADING})", text)[0]
    README.write_text(f"{kept}\n{table()}", encoding="utf-8")
    print(README.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
