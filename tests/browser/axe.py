"""axe-core: takes in a page that is open, spits out what is wrong with it, or may be, and nobody has accepted.

All rules run, best practice and experimental ones too, but for those of level AAA and the retired ones.
"""

from __future__ import annotations

from dataclasses import dataclass

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
RUN = """async ([rules, accepted, within, without]) => {
    const options = {rules, elementRef: true, resultTypes: ['violations', 'incomplete']};
    const exclude = [...document.querySelectorAll(without)];
    const results = await axe.run({include: document.querySelector(within), exclude}, options);
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


def find(page: Page, *, within: str = ":root", without: str = "[data-nothing]") -> list[Finding]:
    """Return what is wrong within an element of the page as it stands, leaving out those that `without` names."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    return [Finding(**one) for one in page.evaluate(RUN, [RULES, ACCEPTED, within, without])]
