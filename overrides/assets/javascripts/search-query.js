/**
 * What a reader typed, understood: takes in words and an index, spits out pages with their sections, and what was done
 * to find them (other forms, other names of a concept, a slip of one letter).
 */

import {SearchIndex} from './search-index.js';
import {WORD, fold, formsOf, isOneSlip, partsOf} from './word-forms.js';

const SHORTEST_BEGINNING = 2;
const SHORTEST_SLIP = 4;
const SHORTEST_PART = 4;
/** How much a place counts by the number the index has for it: once, twice, often, –, heading, alias, title. */
const WEIGHTS = [0, 1, 1.4, 1.8, 0, 5, 9, 12];
const BEGINNING = 0.5;

/** Return the pages for a query, the best first, with `notes` on what was done. */
export async function search(index, query) {
  const words = [...query.matchAll(WORD)].map(([word]) => word);
  const notes = {also: [], terms: [], slips: [], missing: [], isPartial: false, common: []};
  const isOpen = /[\p{L}\p{N}]$/u.test(query);
  const units = groupByTerm(index, words, notes);
  const rare = units.filter((unit) => unit.names || !index.common.has(fold(unit.words[0])));
  if (!rare.length) return {pages: [], keys: new Set(), notes: {...notes, common: words}};
  const found = await Promise.all(rare.map((unit) => findUnit(index, unit, notes, isOpen && unit === units.at(-1))));
  const keys = new Set(found.flatMap((one) => [...one.keys.keys()]));
  return {pages: rank(index, found, notes), keys, notes};
}

/** Put words that name a concept of the glossary, in any language, together with its names in the reader's own. */
function groupByTerm(index, words, notes) {
  const units = [];
  for (let at = 0; at < words.length;) {
    const match = longestTerm(index, words.slice(at));
    if (!match) {
      units.push({words: [words[at]]});
      at += 1;
      continue;
    }
    const typed = words.slice(at, at + match.length);
    const isOwn = match.concepts.every(({term}) => term.names.some((name) => isName(index, typed, name)));
    const names = [...new Set(match.concepts.flatMap(({term}) => term.names))];
    if (!isOwn) notes.terms.push({word: typed.join(' '), names});
    units.push({words: typed, names, isForeign: !isOwn});
    at += match.length;
  }
  return units;
}

function longestTerm(index, words) {
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const typed = words.slice(0, length);
    const concepts = index.terms.map((term) => ({term, names: [...term.names, ...term.others]}))
      .filter(({names}) => names.some((name) => isName(index, typed, name)));
    if (concepts.length) return {length, concepts};
  }
  return null;
}

/** Tell whether words are a name: the same but for endings and for what joins their parts. */
function isName(index, typed, name) {
  const parts = typed.flatMap(partsOf);
  const wanted = partsOf(name);
  const [a, b] = [parts.join(''), wanted.join('')];
  if (a === b) return true;
  if (parts.length !== wanted.length) return false;
  return wanted.every((word, n) => parts[n] === word || (word.length > 3 && formsOf(parts[n], index.paradigms).has(word)));
}

/** Return where a unit stands, by section, and the keys that were found. */
async function findUnit(index, unit, notes, isOpen) {
  let own;
  // The endings of a word of another language mean nothing here.
  if (unit.isForeign) own = ofEntries(await index.entries([unit.words.flatMap(partsOf).join('')]), 1);
  else if (unit.words.length === 1) own = await findWord(index, unit.words[0], isOpen);
  else own = await findAll(index, unit.words);
  for (const name of unit.names ?? []) own = either(own, await findAll(index, name.match(WORD) ?? []));
  if (!own.weights.size) own = await findParts(index, unit.words);
  if (!own.weights.size) own = await findSlip(index, unit.words, notes);
  if (!own.weights.size) notes.missing.push(unit.words.join(' '));
  const typed = new Set(unit.words.flatMap(partsOf));
  for (const [key, written] of own.keys) if (!typed.has(key) && key.length > 2) notes.also.push(written);
  return own;
}

/** Return where all of some words stand on one page. */
async function findAll(index, words) {
  const found = await Promise.all(words.map((word) => findWord(index, word, false)));
  return found.length ? found.reduce((one, other) => both(index, one, other)) : nothing();
}

/** Return where any form of a word stands; while it is being typed also words that begin so, unless it is one itself. */
async function findWord(index, word, isOpen) {
  const parts = partsOf(word);
  if (parts.length > 1) {
    const whole = await findForms(index, parts.join(''));
    const apart = await Promise.all(parts.map((part) => findForms(index, part)));
    return either(whole, apart.reduce((one, other) => both(index, one, other)));
  }
  const found = await findForms(index, word);
  const [key] = parts;
  if (!isOpen || found.keys.has(key) || key.length < SHORTEST_BEGINNING) return found;
  return either(found, ofEntries(await index.beginningWith(key), BEGINNING));
}

async function findForms(index, word) {
  const key = fold(word);
  const forms = formsOf(key, index.paradigms);
  for (const mark of index.paradigms.marks) {
    const bare = key.slice(mark.length);
    if (key.startsWith(mark) && bare.length >= SHORTEST_PART) for (const form of formsOf(bare, index.paradigms)) forms.add(form);
  }
  return ofEntries(await index.entries(forms), 1);
}

/** Return where the two parts of a compound stand together: *Coworkingspace* for “Coworking Space”. */
async function findParts(index, words) {
  const word = words.flatMap(partsOf).join('');
  for (let cut = word.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
    const first = await index.entries([word.slice(0, cut)]);
    if (!first.size) continue;
    const second = await findForms(index, word.slice(cut));
    if (second.weights.size) return both(index, ofEntries(first, 1), second);
  }
  return nothing();
}

/** Return where the words stand that a slip of one letter may have hidden. */
async function findSlip(index, words, notes) {
  const [word] = words.flatMap(partsOf);
  if (words.length > 1 || !word || word.length < SHORTEST_SLIP) return nothing();
  const vocabulary = await index.vocabulary();
  const meant = vocabulary.filter(([key]) => isOneSlip(word, key));
  if (!meant.length) return nothing();
  const alike = meant.filter(([key]) => key[0] === word[0]);
  const chosen = (alike.length ? alike : meant).slice(0, 3);
  notes.slips.push({word: words[0], instead: chosen.map(([, written]) => written)});
  const found = await Promise.all(chosen.map(([key]) => findForms(index, key)));
  return found.reduce(either);
}

/** Return the words of the site that come nearest to those that are not there. */
export async function nearest(index, words, most = 5) {
  const vocabulary = await index.vocabulary();
  const wanted = words.flatMap(partsOf).filter((word) => word.length > 2);
  const alike = ([key]) => Math.max(0, ...wanted.map((word) => sharedBeginning(word, key) / Math.max(word.length, key.length)));
  return vocabulary.map((pair) => [alike(pair), pair[1]]).filter(([share]) => share >= 0.5)
    .sort((a, b) => b[0] - a[0]).slice(0, most).map(([, written]) => written);
}

function sharedBeginning(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

const nothing = () => ({weights: new Map(), keys: new Map()});

function ofEntries(entries, factor) {
  const weights = new Map();
  const keys = new Map();
  for (const [key, entry] of entries) {
    keys.set(key, entry[1] ?? key);
    for (const [section, place] of SearchIndex.weights(entry)) {
      weights.set(section, Math.max(weights.get(section) ?? 0, WEIGHTS[place] * factor));
    }
  }
  return {weights, keys};
}

function either(one, other) {
  const weights = new Map(one.weights);
  for (const [section, weight] of other.weights) weights.set(section, Math.max(weights.get(section) ?? 0, weight));
  return {weights, keys: new Map([...one.keys, ...other.keys])};
}

/** Return the sections of either on the pages that have both. */
function both(index, one, other) {
  const pages = (found) => new Set([...found.weights.keys()].map((section) => index.pageOfSection[section]));
  const [a, b] = [pages(one), pages(other)];
  const weights = new Map();
  for (const found of [one, other]) {
    for (const [section, weight] of found.weights) {
      const page = index.pageOfSection[section];
      if (a.has(page) && b.has(page)) weights.set(section, (weights.get(section) ?? 0) + weight / 2);
    }
  }
  return {weights, keys: weights.size ? new Map([...one.keys, ...other.keys]) : new Map()};
}

/** Return the pages that have every unit, or the most of them, the best first, each with its best sections. */
function rank(index, found, notes) {
  const pages = new Map();
  for (const one of found) {
    const owners = new Set([...one.weights.keys()].map((section) => index.pageOfSection[section]));
    const rarity = Math.log(1 + index.pages.length / Math.max(1, owners.size));
    const best = new Map();
    for (const [section, weight] of one.weights) {
      const number = index.pageOfSection[section];
      const page = pages.get(number) ?? {...index.pages[number], count: 0, score: 0, sections: new Map()};
      pages.set(number, page);
      page.sections.set(section, (page.sections.get(section) ?? 0) + rarity * weight);
      best.set(number, Math.max(best.get(number) ?? 0, weight) + weight / 20);
    }
    for (const [number, weight] of best) {
      pages.get(number).count += 1;
      pages.get(number).score += rarity * weight;
    }
  }
  const most = Math.max(0, ...[...pages.values()].map(({count}) => count));
  notes.isPartial = most < found.length && most > 0;
  return [...pages.values()].filter(({count}) => count === most).sort((a, b) => b.score - a.score || a.number - b.number)
    .map((page) => ({...page, sections: [...page.sections].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([section]) => section)}));
}
