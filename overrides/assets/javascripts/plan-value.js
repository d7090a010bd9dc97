// @ts-check
/** What one entry of the progress store holds: checked when read, compared, written in one way only.
 *
 * Beside the fields of the contract an item's value may hold `n` (counts changes while the clock stood still or
 * went back), `text` and `lang` (a short copy of what was ticked, to be shown beside a later wording).
 */

import {isDay} from './plan-dates.js';

/**
 * @typedef {{state: any, at: number, n?: number, digest?: string, owner?: string, due?: string, note?: string,
 *   text?: string, lang?: string, schema?: number, [more: string]: unknown}} Value
 * @typedef {{value: Value | null, fault: null | 'broken' | 'future'}} Reading
 */

export const SCHEMA = 1;
export const STATES = Object.freeze(['todo', 'doing', 'done', 'not-needed']);
export const OPENING_DAY = 'plan:opening-day';

const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const CONTRACT = ['state', 'at', 'digest', 'owner', 'due', 'note'];
const isText = (/** @type {unknown} */ state) => typeof state === 'string';
/** Kinds of entries: how a name goes on after the kind, which states are sound, which fields are always written.
 * A construct that gets a line here is stored, exported, brought back and merged; strings `entry-<kind>` of the
 * group `plan` name it in the preview. @type {Record<string, {name: string, isSound: (state: unknown) => boolean, always?: string[]}>} */
const KINDS = {
  item: {name: `${ID}:${ID}`, isSound: (state) => STATES.includes(/** @type {string} */ (state)), always: CONTRACT},
  question: {name: ID, isSound: () => true},
  lesson: {name: `${ID}:${ID}`, isSound: () => true},
  seen: {name: ID, isSound: isText},
  plan: {name: 'opening-day', isSound: (state) => state === '' || isDay(state)},
};
const NAME = new RegExp(`^(?:${Object.entries(KINDS).map(([kind, {name}]) => `${kind}:${name}`).join('|')})$`);
const ORDER = ['state', 'at', 'n', 'digest', 'owner', 'due', 'note', 'text', 'lang'];
const LATEST = 8.64e15; // the last moment a Date can hold

/** Tell whether the store keeps entries of this name (`item:premises:internet-speed`). @param {string} name */
export function isName(name) {
  return name.length < 200 && NAME.test(name);
}

/** Read the text of an entry. @param {string} name @param {string} text @returns {Reading} */
export function textToValue(name, text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return {value: null, fault: 'broken'};
  }
  return checkValue(name, data);
}

/** Check what claims to be a value. @param {string} name @param {any} data @returns {Reading} */
export function checkValue(name, data) {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {value: null, fault: 'broken'};
  if (typeof data.schema === 'number' && data.schema > SCHEMA) {
    return {value: isSound(name, data) ? data : null, fault: 'future'};
  }
  return isSound(name, data) ? {value: data, fault: null} : {value: null, fault: 'broken'};
}

/** @param {string} name @param {Record<string, any>} data */
function isSound(name, data) {
  const isTextOrNone = (/** @type {string} */ field) => !Object.hasOwn(data, field) || isText(data[field]);
  return (
    Object.hasOwn(data, 'state') &&
    (kindOf(name)?.isSound(data.state) ?? true) &&
    isMoment(data.at ?? 0) &&
    isMoment(data.n ?? 0) &&
    ['digest', 'owner', 'due', 'note', 'text', 'lang'].every(isTextOrNone) &&
    (!data.due || isDay(data.due))
  );
}

/** @param {string} name */
function kindOf(name) {
  const kind = name.split(':', 1)[0];
  return Object.hasOwn(KINDS, kind) ? KINDS[kind] : null;
}

/** @param {unknown} number */
function isMoment(number) {
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 && number <= LATEST;
}

/** Write a value in the one way in which equal values have equal texts. @param {string} name @param {Value} value */
export function valueToText(name, value) {
  const always = kindOf(name)?.always ?? ['state', 'at'];
  const more = Object.keys(value).filter((field) => !ORDER.includes(field)).sort();
  const pairs = [...ORDER, ...more]
    .map((field) => [field, Object.hasOwn(value, field) ? value[field] : undefined])
    .map(([field, content]) => [field, content ?? (field === 'at' ? 0 : '')])
    .filter(([field, content]) => always.includes(String(field)) || (content !== '' && !(field === 'n' && content === 0)));
  return JSON.stringify(Object.fromEntries(pairs));
}

/** Date a value: later than what it replaces even where the clock went back. @param {Value | null} before
 * @param {Value} value @param {number} now @returns {Value} */
export function stamp(before, value, now) {
  const last = before?.at ?? 0;
  return now > last ? {...value, at: now, n: 0} : {...value, at: last, n: (before?.n ?? 0) + 1};
}

/** Tell whether the first value is the later one; of two of the same moment both sides choose the same.
 * @param {string} name @param {Value} one @param {Value | null} other */
export function isLater(name, one, other) {
  if (other === null) return true;
  if ((one.at ?? 0) !== (other.at ?? 0)) return (one.at ?? 0) > (other.at ?? 0);
  if ((one.n ?? 0) !== (other.n ?? 0)) return (one.n ?? 0) > (other.n ?? 0);
  return valueToText(name, one) > valueToText(name, other);
}
