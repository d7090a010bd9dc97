"""axe-core: takes in a page that is open, spits out what is wrong with it, or may be, and nobody has accepted.

All rules run, best practice and experimental ones too, but for those of level AAA and the retired ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
from playwright.sync_api import Page

from browser.serving import ROOT

VERSION = "4.14.1"
SCRIPT = (ROOT / f"tests/vendor/axe-core-{VERSION}/axe.min.js").read_text(encoding="utf-8")
ACCEPTED = yaml.safe_load((ROOT / "tests/browser/axe-accepted.yml").read_text(encoding="utf-8"))
# Off by default, but level AA of WCAG 2.2.
RULES = {"target-size": {"enabled": True}}
# Only says that something is hidden, and asks to look at it: folds, drawer and popovers are opened instead.
RULES["hidden-content"] = {"enabled": False}
RUN = """async ([rules, accepted]) => {
    const options = {rules, elementRef: true, resultTypes: ['violations', 'incomplete']};
    const results = await axe.run(document, options);
    const isAccepted = (rule, why, element) => accepted.some((one) =>
        one.rule === rule && one.why === why && element.closest(one.where));
    return ['violations', 'incomplete'].flatMap((kind) => results[kind].flatMap(({id, nodes}) => nodes.flatMap((node) => {
        const check = [...node.any, ...node.all, ...node.none][0];
        const why = check?.data?.messageKey ?? '';
        if (kind === 'incomplete' && isAccepted(id, why, node.element)) return [];
        return [{kind, rule: id, why, where: node.target.join(' '), message: check?.message ?? '', html: node.html}];
    })));
}"""


@dataclass(frozen=True)
class Finding:
    """What axe-core found at one element of a page."""

    kind: str
    rule: str
    why: str
    where: str
    message: str
    html: str

    def __str__(self) -> str:
        word = "" if self.kind == "violations" else " (incomplete)"
        return f"{self.rule}{word} {self.why}: {self.where} {self.message} {self.html[:120]}"


def find(page: Page, accepted: list[dict[str, Any]] = ACCEPTED) -> list[Finding]:
    """Return what is wrong with the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    return [Finding(**one) for one in page.evaluate(RUN, [RULES, accepted])]
