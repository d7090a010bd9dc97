/**
 * Word forms: every form that a word may have, guessed from its ending alone. The same as `search/word_forms.py`, with
 * the paradigms that the site publishes with each language.
 */

export const WORD = /[\p{L}\p{N}]+(?:[-\u2010\u2011'’·:][\p{L}\p{N}]+)*/gu;
const PART = /[\p{L}\p{N}]+/gu;
const ACCENT = /\p{M}/gu;
const SINGLE = {'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i'};
const SINGLES = new RegExp(`[${Object.keys(SINGLE).join('')}]`, 'g');
const CIRCUMFIX = 'ge';

/** Return a text without capitals and accents. */
export function fold(text) {
  return text.toLowerCase().replace(SINGLES, (sign) => SINGLE[sign]).normalize('NFD').replace(ACCENT, '');
}

/** Return the folded parts of a word: one, or several where something joins them. */
export function partsOf(word) {
  return (word.match(PART) ?? []).map(fold);
}

/** Return words of one line; `-` is an empty one. */
const words = (line) => (line ? line.split(' ').map((word) => (word === '-' ? '' : word)) : []);

/** Make the published paradigms of a language ready to use. */
export function readParadigms({classes, groups, groupEndings, prefixes, marks, softened, lists}) {
  const list = lists.map((line) => new Set(words(line)));
  const byStem = new Map();
  for (const group of groups ? groups.split(' · ').map(words) : []) {
    for (const stem of group) byStem.set(stem, [...(byStem.get(stem) ?? []), group]);
  }
  return {
    classes: classes.map(([endings, shortest, soft, circumfixed, only, alternating]) => ({
      endings: list[endings], shortest, soft: list[soft], circumfixed: list[circumfixed], only: [...list[only]],
      alternating: alternating.map(words),
    })),
    byStem,
    groupEndings: list[groupEndings],
    prefixes: ['', ...words(prefixes)],
    marks: words(marks),
    softened: Object.entries(softened),
  };
}

/** Return the folded forms of a word, itself among them. */
export function formsOf(text, paradigms) {
  const word = fold(text);
  const found = new Set([word]);
  for (const one of paradigms.classes) {
    for (const stem of stemsOf(word, one, paradigms)) {
      for (const ending of one.endings) found.add(stem + ending);
      for (const ending of one.circumfixed) found.add(CIRCUMFIX + stem + ending);
      const soft = softenedStem(stem, paradigms);
      for (const ending of one.soft) found.add(soft + ending);
    }
  }
  for (const form of groupForms(word, paradigms)) found.add(form);
  return found;
}

/** Return what is left of a word without each of some endings. */
function cutBy(word, endings) {
  const left = [];
  for (let cut = 0; cut <= word.length; cut += 1) if (endings.has(word.slice(cut))) left.push(word.slice(0, cut));
  return left;
}

/** Return what may be the stem of a word of a class, hard where the word has it softened. */
function stemsOf(word, one, paradigms) {
  const stems = new Set(cutBy(word, one.endings));
  for (const soft of cutBy(word, one.soft)) {
    stems.add(soft);
    for (const [hard, end] of paradigms.softened) {
      if (soft.endsWith(end)) stems.add(soft.slice(0, -end.length) + hard);
    }
  }
  if (word.startsWith(CIRCUMFIX)) for (const stem of cutBy(word.slice(2), one.circumfixed)) stems.add(stem);
  for (const group of one.alternating) {
    for (const stem of [...stems]) {
      for (const end of group) {
        if (stem.endsWith(end)) for (const other of group) stems.add(stem.slice(0, stem.length - end.length) + other);
      }
    }
  }
  const {shortest, only} = one;
  return [...stems].filter((stem) => stem.length >= shortest && (!only.length || only.some((end) => stem.endsWith(end))));
}

function softenedStem(stem, {softened}) {
  const change = softened.find(([hard]) => stem.endsWith(hard));
  return change ? stem.slice(0, -1) + change[1] : stem;
}

function* groupForms(word, {byStem, groupEndings, prefixes}) {
  for (const prefix of prefixes) {
    if (!word.startsWith(prefix)) continue;
    const rest = word.slice(prefix.length);
    if (prefix && rest.length < 2) continue;
    for (let cut = rest.length; cut > 0; cut -= 1) {
      if (!byStem.has(rest.slice(0, cut)) || !groupEndings.has(rest.slice(cut))) continue;
      for (const group of byStem.get(rest.slice(0, cut))) {
        for (const stem of group) for (const ending of groupEndings) yield prefix + stem + ending;
      }
    }
  }
}

/** Tell whether one letter too many, too few, wrong or swapped makes one word of the other. */
export function isOneSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [a, b] = [one.slice(start), other.slice(start)];
  if (a.length === b.length) {
    return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }
  return a.length > b.length ? a.slice(1) === b : a === b.slice(1);
}
