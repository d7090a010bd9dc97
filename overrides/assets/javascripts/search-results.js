/**
 * What search found, drawn: pages grouped by kind, each with its best sections and the words marked. It has elements
 * and plurals of its own, so that pages with checklists need not fetch theirs in more files.
 */

import {WORD, fold, partsOf} from './word-forms.js';

const SECTIONS = 3;
const BEFORE = 70;
const LONGEST = 200;

/** Return an element with attributes and children; `true` is an attribute without a value, what is empty is left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value === true ? '' : value);
  made.append(...children);
  return made;
}

/** Return a text with its placeholders filled; of a text with plural forms the one for `count`. */
export function say(index, key, values = {}) {
  const text = index.strings[key];
  const locale = document.documentElement.lang;
  const form = typeof text === 'string' ? text : text[new Intl.PluralRules(locale).select(values.count)] ?? text.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Return pages as a list a kind, `lang` being set where they are not in the reader's language. */
export async function drawPages(index, pages, keys, {href, lang}) {
  const kinds = new Map();
  for (const page of pages) kinds.set(page.kind, [...(kinds.get(page.kind) ?? []), page]);
  return Promise.all([...kinds].map(async ([kind, own]) => {
    const items = await Promise.all(own.map((page) => drawPage(index, page, keys, href(page))));
    return element('section', {lang}, element('h3', {}, index.labels.kind[kind]), element('ul', {}, ...items));
  }));
}

async function drawPage(index, page, keys, href) {
  const where = [index.labels.stage[page.stage], index.labels.country[page.country]].filter(Boolean).join(' · ');
  const item = element('li', {}, element('a', {href, class: 'found-page'}, ...marked(page.title, keys, index)));
  if (where) item.append(' ', element('small', {}, where));
  const {first, texts} = await index.textsAround(page.sections[0]);
  const sections = page.sections.filter((section) => section >= first && section < first + texts.length).slice(0, SECTIONS);
  const lines = sections.map((section) => drawSection(texts[section - first], keys, index, href)).filter(Boolean);
  if (lines.length) item.append(element('ul', {class: 'found-sections'}, ...lines));
  return item;
}

function drawSection([anchor, heading, text], keys, index, href) {
  const words = excerpt(text, keys, index);
  if (!anchor && !words.length) return null;
  const link = anchor ? [element('a', {href: `${href}#${anchor}`}, ...marked(heading, keys, index)), ' '] : [];
  return element('li', {}, ...link, element('span', {class: 'found-text'}, ...words));
}

/** Tell whether a word of a text is what was found, also with what is written as one with it, or within a compound. */
function isFound(word, keys, index) {
  const parts = partsOf(word);
  return [...parts, parts.join('')].some((part) => keys.has(part) || index.paradigms.marks.some((mark) =>
    part.startsWith(mark) && keys.has(part.slice(mark.length))));
}

/** Return a text as pieces, found words in a `mark`. */
function marked(text, keys, index) {
  const pieces = [];
  let last = 0;
  for (const match of text.matchAll(WORD)) {
    if (!isFound(match[0], keys, index)) continue;
    pieces.push(text.slice(last, match.index), element('mark', {}, match[0]));
    last = match.index + match[0].length;
  }
  pieces.push(text.slice(last));
  return pieces.filter((piece) => piece !== '');
}

/** Return the piece of a text around its first found word, whole words only. */
function excerpt(text, keys, index) {
  const hit = [...text.matchAll(WORD)].find(([word]) => isFound(word, keys, index)) ?? inCompound(text, keys);
  const from = Math.max(0, (hit?.index ?? 0) - BEFORE);
  const start = from && text.indexOf(' ', from) + 1;
  const long = text.slice(start, start + LONGEST);
  const isCut = start + LONGEST < text.length;
  const piece = isCut ? long.slice(0, long.lastIndexOf(' ')) : long;
  return piece && [start ? '… ' : '', ...marked(piece, keys, index), isCut ? ' …' : ''].filter((part) => part !== '');
}

function inCompound(text, keys) {
  const long = [...keys].filter((key) => key.length > 3);
  return [...text.matchAll(WORD)].find(([word]) => long.some((key) => fold(word).includes(key)));
}
