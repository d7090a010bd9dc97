"""Contrast as it is seen: takes in a page and some of its elements, spits out the contrast each one's text really has.

For text on drawings, gradients and whatever else axe-core cannot decide: the page is photographed with its text and
with the text made transparent; where the two differ is the text, and the second shows what is behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from browser.axe import SCRIPT

# Elements whose contrast axe-core cannot decide, with the text's colour and where each line of it stands. What a
# scrolling region hides is left out.
UNDECIDED = """async () => {
    const results = await axe.run(document, {
        runOnly: ['color-contrast'], elementRef: true, resultTypes: ['incomplete'],
    });
    const visible = (rect, element) => {
        let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom];
        for (let around = element.parentElement; around; around = around.parentElement) {
            if (getComputedStyle(around).overflowX === 'visible') continue;
            const box = around === document.documentElement ? {left: 0, right: innerWidth} : around.getBoundingClientRect();
            left = Math.max(left, box.left);
            right = Math.min(right, box.right);
        }
        return [left, top + scrollY, right - left, bottom - top].map(Math.floor);
    };
    return results.incomplete.flatMap(({nodes}) => nodes.map(({element, html}) => {
        const style = getComputedStyle(element);
        const size = parseFloat(style.fontSize) * (element.getScreenCTM?.()?.a ?? 1);
        const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        const rects = texts.flatMap((text) => {
            const range = document.createRange();
            range.selectNodeContents(text);
            return [...range.getClientRects()];
        });
        return {
            html: html.slice(0, 120),
            colour: element instanceof SVGElement ? style.fill : style.color,
            needed: size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5,
            boxes: rects.map((rect) => visible(rect, element)).filter(([, , width, height]) => width > 1 && height > 1),
        };
    }));
}"""
# An underline is no text; a halo (a stroke painted first) is what is behind it.
HIDE = """(rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
}"""
SHOW = "() => { document.adoptedStyleSheets = []; }"
# A picture that is not pressed small is there three times sooner.
WHOLE_PAGE = {"captureBeyondViewport": True, "optimizeForSpeed": True}
LINES = "*, ::before, ::after { text-decoration: none !important; caret-color: transparent !important }"
TEXT = "* { -webkit-text-fill-color: transparent !important } text, text * { fill: transparent !important }"
# The lowest contrast of a colour with any that fills a twentieth of what is behind the text, or more.
MEASURE = """async ([pictures, elements, top]) => {
    const [shown, hidden] = await Promise.all(pictures.map(async (picture) => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d', {willReadFrequently: true});
        context.drawImage(image, 0, 0);
        return (x, y, width, height) => context.getImageData(x, y - top, width, height).data;
    }));
    const light = (rgb) => rgb.map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    return elements.map(({colour, boxes}) => {
        const text = colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
        const counts = new Map();
        let all = 0;
        for (const box of boxes) {
            const [front, back] = [shown(...box), hidden(...box)];
            for (let i = 0; i < back.length; i += 4) {
                if (front[i] === back[i] && front[i + 1] === back[i + 1] && front[i + 2] === back[i + 2]) continue;
                const key = (back[i] << 16) | (back[i + 1] << 8) | back[i + 2];
                counts.set(key, (counts.get(key) ?? 0) + 1);
                all += 1;
            }
        }
        const behind = [...counts].filter(([, count]) => count >= all / 20).map(([key]) => key);
        // A text that shows nowhere stands out from nothing.
        return !behind.length ? 0 : Math.min(...behind.map((key) => contrast(text, [key >> 16, (key >> 8) & 255, key & 255])));
    });
}"""


@dataclass(frozen=True)
class Measured:
    """The contrast of an element's text with what is behind it, and the least it has to be (WCAG 2.2, 1.4.3)."""

    html: str
    contrast: float
    needed: float

    def __str__(self) -> str:
        return f"{self.contrast:.2f} instead of {self.needed}: {self.html}"


def measure_undecided(page: Page, scratch: Page) -> list[Measured]:
    """Measure every element that axe-core cannot decide; `scratch` is an empty page that reads the picture."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    elements: list[dict[str, Any]] = [one for one in page.evaluate(UNDECIDED) if one["boxes"]]
    if not elements:
        return []
    tops, bottoms = zip(*((y, y + height) for one in elements for _, y, _, height in one["boxes"]), strict=True)
    strip = {
        "x": 0,
        "y": min(tops),
        "width": page.evaluate("innerWidth"),
        "height": max(bottoms) - min(tops),
        "scale": 1,
    }
    camera = page.context.new_cdp_session(page)
    pictures = []
    for rules in (LINES, TEXT):
        page.evaluate(HIDE, rules)
        pictures.append(camera.send("Page.captureScreenshot", {"clip": strip, **WHOLE_PAGE})["data"])
    page.evaluate(SHOW)
    camera.detach()
    contrasts = scratch.evaluate(MEASURE, [pictures, elements, min(tops)])
    return [Measured(one["html"], found, one["needed"]) for one, found in zip(elements, contrasts, strict=True)]
