// @ts-check
/** A link that carries states and the opening day in its fragment, which a browser never sends to a server.
 *
 * Bytes: version, opening day (days since 2020, 0 = none), minutes since 1970 of the latest change, number of lists;
 * a list: hash of its id, salt, number of items, a salted 16-bit hash of each item's id, states four to a byte; CRC-32
 * of it all.
 * Names and notes stay out: a link is passed on more easily than a file. */

import {crc32, hash16, hash32} from './exchange-hash.js';
import {Refusal} from './exchange-refusal.js';
import {addDays, daysBetween} from './plan-dates.js';
import {storedValue, wordingOf} from './plan-model.js';
import {OPENING_DAY, STATES} from './plan-value.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-model.js').List} List
 * @typedef {{get(name: string): Value | null}} Store
 */

const VERSION = 1;
const EPOCH = '2020-01-01';
const MINUTE = 60_000;
export const KEY = 'plan=';
export const LONGEST = 2000;

/** Return the link's fragment, without `#`. @param {Store} store @param {List[]} lists */
export function planToFragment(store, lists) {
  const day = store.get(OPENING_DAY);
  const parts = lists.map((list) => ({list, states: statesOf(store, list)})).filter(({states}) => states.length);
  const moments = [day?.at ?? 0, ...parts.flatMap(({states}) => states.map(({value}) => value.at ?? 0))];
  const bytes = new Writer();
  bytes.add(VERSION, 1);
  bytes.add(day?.state ? daysBetween(EPOCH, day.state) + 1 : 0, 2);
  bytes.add(Math.floor(Math.max(...moments) / MINUTE), 4);
  bytes.add(parts.length, 1);
  for (const {list, states} of parts) addList(bytes, list, states);
  bytes.add(crc32(Uint8Array.from(bytes.bytes)), 4);
  return KEY + btoa(String.fromCharCode(...bytes.bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @param {Store} store @param {List} list */
function statesOf(store, list) {
  const all = list.items.map((item) => ({item, value: storedValue(store, list, item).value}));
  return /** @type {{item: import('./plan-model.js').Item, value: Value}[]} */ (all.filter(({value}) => value && value.state !== 'todo'));
}

/** @param {Writer} bytes @param {List} list @param {ReturnType<typeof statesOf>} states */
function addList(bytes, list, states) {
  const salt = saltFor(list);
  bytes.add(hash32(list.id), 4);
  bytes.add(salt, 1);
  bytes.add(states.length, 2);
  for (const {item} of states) bytes.add(hash16(`${salt}${item.id}`), 2);
  for (let at = 0; at < states.length; at += 4) {
    const four = states.slice(at, at + 4).map(({value}, place) => STATES.indexOf(value.state) << (2 * place));
    bytes.add(four.reduce((sum, bits) => sum | bits, 0), 1);
  }
}

/** Find a salt with which no two items of a list have the same short hash; lists of hundreds have none.
 * @param {List} list */
function saltFor(list) {
  for (let salt = 0; salt < 256; salt += 1) {
    if (new Set(list.items.map(({id}) => hash16(`${salt}${id}`))).size === list.items.length) return salt;
  }
  throw new Refusal('link-long');
}

/** Read a fragment, or refuse it whole. @param {string} fragment without `#` @param {Store} store @param {List[]} lists
 * @returns {Map<string, Value>} */
export function parseFragment(fragment, store, lists) {
  const bytes = new Reader(decode(fragment.slice(KEY.length)));
  if (bytes.take(1) !== VERSION) throw new Refusal('link');
  const day = bytes.take(2);
  const at = bytes.take(4) * MINUTE;
  /** @type {Map<string, Value>} */
  const found = new Map();
  if (day) found.set(OPENING_DAY, {state: addDays(EPOCH, day - 1), at});
  for (let count = bytes.take(1); count > 0; count -= 1) takeList(bytes, at, found, store, lists);
  if (!bytes.isAtEnd()) throw new Refusal('link');
  return found;
}

/** @param {Reader} bytes @param {number} at @param {Map<string, Value>} found @param {Store} store @param {List[]} lists */
function takeList(bytes, at, found, store, lists) {
  const hash = bytes.take(4);
  const list = lists.find(({id}) => hash32(id) === hash);
  if (!list) throw new Refusal('link-other');
  const salt = bytes.take(1);
  const hashes = Array.from({length: bytes.take(2)}, () => bytes.take(2));
  const packed = Array.from({length: Math.ceil(hashes.length / 4)}, () => bytes.take(1));
  hashes.forEach((itemHash, place) => {
    const item = list.items.find(({id}) => hash16(`${salt}${id}`) === itemHash);
    if (!item) throw new Refusal('link-other');
    const state = STATES[(packed[place >> 2] >> (2 * (place & 3))) & 3];
    found.set(item.name, {...store.get(item.name), ...wordingOf(item), state, at, n: 0});
  });
}

/** @param {string} text */
function decode(text) {
  if (text.length > LONGEST || !/^[\w-]+$/.test(text)) throw new Refusal('link');
  let binary;
  try {
    binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault;
    throw new Refusal('link');
  }
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const end = bytes.length - 4;
  if (end < 8 || new DataView(bytes.buffer).getUint32(end) !== crc32(bytes.subarray(0, end))) throw new Refusal('link');
  return bytes.subarray(0, end);
}

class Writer {
  /** @type {number[]} */
  bytes = [];

  /** @param {number} number @param {number} size in bytes, highest first */
  add(number, size) {
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) this.bytes.push((number >>> shift) & 0xff);
  }
}

class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
  }

  /** @param {number} size in bytes */
  take(size) {
    if (this.place + size > this.bytes.length) throw new Refusal('link');
    let number = 0;
    for (let count = 0; count < size; count += 1) number = number * 256 + this.bytes[this.place + count];
    this.place += size;
    return number;
  }

  isAtEnd() {
    return this.place === this.bytes.length;
  }
}
