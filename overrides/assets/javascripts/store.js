// @ts-check
/** The progress store: what a reader ticked, wrote and answered, one localStorage key an entry, on this device only.
 *
 * `store.put('item:premises:internet-speed', {state: 'done'})` writes at once, reads back and tells every listener;
 * other tabs learn of it by storage events. One shared document would lose writes between tabs, one key an entry
 * does not. Nothing is written before the reader's first own action, and nothing that can't be read is overwritten.
 */

import {SCHEMA, isLater, isName, stamp, textToValue, valueToText} from './plan-value.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {{kept: true} | {kept: false, why: 'denied' | 'full' | 'read-only'}} Outcome
 * @typedef {{key: string, before: string | null, after: string | null}[]} Record
 */

const PREFIX = `colabora:${SCHEMA}:`;
const OLD_PREFIX = 'colabora:0:';
const SET_ASIDE = 'colabora:set-aside:';
const SCHEMA_KEY = /^colabora:(\d+):/;

export class ProgressStore extends EventTarget {
  /** Entries that could not be written, and all entries where storage is denied. @type {Map<string, string | null>} */
  #unsaved = new Map();
  /** @type {Storage | null} */
  #storage;
  /** The newest schema of which there are entries. */
  #newest = SCHEMA;

  /** @param {Storage | null} storage */
  constructor(storage) {
    super();
    this.#storage = storage;
    /** Why the last write was not kept. @type {null | 'denied' | 'full' | 'read-only'} */
    this.trouble = storage ? null : 'denied';
    /** Keys whose values could not be read and were set aside. @type {string[]} */
    this.setAside = [];
    this.#open();
  }

  /** Return an entry or null. @param {string} name @returns {Value | null} */
  get(name) {
    const newer = this.#newest > SCHEMA ? this.#text(`colabora:${this.#newest}:${name}`) : null;
    const text = newer ?? this.#text(PREFIX + name);
    if (text === null) return null;
    const {value, fault} = textToValue(name, text);
    if (fault === 'broken' && newer === null && isName(name)) this.#putAside(PREFIX + name, text);
    return value;
  }

  /** Tell whether an entry comes from a newer schema and may only be read. @param {string} name */
  isLocked(name) {
    if (this.#newest > SCHEMA) return true;
    const text = this.#text(PREFIX + name);
    return text !== null && textToValue(name, text).fault === 'future';
  }

  /** Change fields of an entry and date it. @param {string} name @param {Partial<Value>} changes @returns {Outcome} */
  put(name, changes) {
    if (this.isLocked(name)) return this.#report('read-only');
    const before = this.get(name);
    const value = stamp(before, /** @type {Value} */ ({...before, ...changes}), Date.now());
    const why = this.#keep(PREFIX + name, valueToText(name, value));
    if (!why) this.#keepRest();
    this.#tell([name]);
    return this.#report(why);
  }

  /** Return every readable entry, sorted by name. @returns {Map<string, Value>} */
  entries() {
    const names = this.#keys().filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    /** @type {[string, Value | null][]} */
    const pairs = names.filter(isName).sort().map((name) => [name, this.get(name)]);
    return new Map(/** @type {[string, Value][]} */ (pairs.filter(([, value]) => value !== null)));
  }

  /** Lay values over the entries as they are, dates and all; what is returned can be taken back.
   * @param {Map<string, Value>} values @returns {{record: Record, outcome: Outcome}} */
  replace(values) {
    const writable = [...values].filter(([name]) => isName(name) && !this.isLocked(name));
    /** @type {null | 'denied' | 'full'} */
    let why = null;
    const record = writable.map(([name, value]) => {
      const [key, after] = [PREFIX + name, valueToText(name, value)];
      const before = this.#text(key);
      why = this.#keep(key, after) ?? why;
      return {key, before, after};
    });
    this.#tell(null);
    return {record, outcome: this.#report(writable.length < values.size ? 'read-only' : why)};
  }

  /** Delete everything of ours; what is returned can be taken back. @returns {Record} */
  forgetEverything() {
    const keys = this.#keys().filter((key) => SCHEMA_KEY.test(key) || key.startsWith(SET_ASIDE));
    const record = keys.map((key) => ({key, before: this.#text(key), after: null}));
    for (const key of keys) this.#keep(key, null);
    this.#open();
    this.#tell(null);
    return record;
  }

  /** Undo a replacement or a deletion, but leave alone what was changed since. @param {Record} record */
  takeBack(record) {
    /** @type {null | 'denied' | 'full'} */
    let why = null;
    for (const {key, before, after} of record) {
      if (this.#text(key) === after) why = this.#keep(key, before) ?? why;
    }
    this.#open();
    this.#tell(null);
    return this.#report(why);
  }

  /** Follow other tabs, and look again when the page comes back from the back/forward cache. */
  follow() {
    addEventListener('storage', (event) => this.#hear(event));
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return;
      this.#open();
      this.#tell(null);
    });
  }

  /** @param {StorageEvent} event */
  #hear({key}) {
    if (key === null) this.#unsaved.clear();
    if (key !== null && !key.startsWith('colabora:')) return;
    const schema = key === null ? SCHEMA : Number(SCHEMA_KEY.exec(key)?.[1]);
    if (schema !== SCHEMA) this.#open();
    if (key === null || schema !== SCHEMA) return this.#tell(null);
    const name = key.slice(PREFIX.length);
    this.#dropOlder(key, name);
    this.#tell([name]);
  }

  /** Forget what could not be written here if another tab has written something later.
   * @param {string} key @param {string} name */
  #dropOlder(key, name) {
    const [mine, theirs] = [this.#unsaved.get(key), this.#stored(key)];
    if (!mine || theirs === null) return;
    const value = textToValue(name, theirs).value;
    if (value && isLater(name, value, textToValue(name, mine).value)) this.#unsaved.delete(key);
  }

  /** See which schemas are there, and finish the migration of the oldest. */
  #open() {
    const keys = this.#keys();
    this.#newest = Math.max(SCHEMA, ...keys.map((key) => Number(SCHEMA_KEY.exec(key)?.[1] ?? 0)));
    if (this.#newest > SCHEMA) this.trouble = 'read-only';
    else if (this.trouble === 'read-only') this.trouble = null;
    if (this.#newest > SCHEMA) return;
    for (const key of keys.filter((k) => k.startsWith(OLD_PREFIX))) this.#migrate(key);
  }

  /** Schema 0 knew only ticks, "1" or "0". The old key goes only when the new one has been read back, so that a
   * tab closed in between loses nothing, and a second run finds nothing to do. @param {string} oldKey */
  #migrate(oldKey) {
    const name = oldKey.slice(OLD_PREFIX.length);
    const old = this.#text(oldKey);
    if (old === null) return;
    if (!isName(name) || !['0', '1'].includes(old)) return this.#putAside(oldKey, old);
    const text = valueToText(name, {state: old === '1' ? 'done' : 'todo', at: 0});
    const why = this.#text(PREFIX + name) === null ? this.#keep(PREFIX + name, text) : null;
    if (why) this.trouble = why;
    else this.#keep(oldKey, null);
  }

  /** Move a value that can't be read to a key of its own, once. @param {string} key @param {string} text */
  #putAside(key, text) {
    if (!this.setAside.includes(key)) this.setAside.push(key);
    if (this.#newest > SCHEMA || this.#unsaved.has(key)) return;
    let place = SET_ASIDE + key;
    for (let number = 2; ![null, text].includes(this.#text(place)); number += 1) place = `${SET_ASIDE}${key}:${number}`;
    // A value of megabytes has no room twice: first make room, and put it back if that fails.
    if (this.#save(place, text) === null) this.#save(key, null);
    else if (this.#save(key, null) === null && this.#save(place, text) !== null) this.#save(key, text);
    this.dispatchEvent(new Event('trouble'));
  }

  /** @param {string} key @returns {string | null} */
  #text(key) {
    const unsaved = this.#unsaved.get(key);
    return unsaved === undefined ? this.#stored(key) : unsaved;
  }

  /** @param {string} key @returns {string | null} */
  #stored(key) {
    try {
      return this.#storage?.getItem(key) ?? null;
    } catch {
      // Browsers throw different things where a reader has shut storage off; all of them mean the same.
      this.trouble = 'denied';
      return null;
    }
  }

  #keys() {
    /** @type {string[]} */
    let stored = [];
    try {
      stored = this.#storage ? Object.keys(this.#storage) : [];
    } catch {
      this.trouble = 'denied';
    }
    const all = new Set([...stored, ...this.#unsaved.keys()].filter((key) => key.startsWith('colabora:')));
    return [...all].filter((key) => this.#unsaved.get(key) !== null);
  }

  /** Write, or remember for as long as the page is open. @param {string} key @param {string | null} text */
  #keep(key, text) {
    const why = this.#save(key, text);
    if (why) this.#unsaved.set(key, text);
    else this.#unsaved.delete(key);
    return why;
  }

  /** Try again what could not be written: room may have come free. */
  #keepRest() {
    for (const [key, text] of [...this.#unsaved]) this.#keep(key, text);
  }

  /** @param {string} key @param {string | null} text @returns {null | 'denied' | 'full'} */
  #save(key, text) {
    if (!this.#storage) return 'denied';
    try {
      if (text === null) this.#storage.removeItem(key);
      else this.#storage.setItem(key, text);
    } catch (fault) {
      const name = fault instanceof Error || fault instanceof DOMException ? fault.name : '';
      return /quota/i.test(name) ? 'full' : 'denied';
    }
    return this.#stored(key) === text ? null : 'denied';
  }

  /** @param {null | 'denied' | 'full' | 'read-only'} why @returns {Outcome} */
  #report(why) {
    if (why) this.trouble = why;
    else if (this.#unsaved.size === 0) this.trouble = this.#storage ? null : 'denied';
    this.dispatchEvent(new Event('trouble'));
    return why ? {kept: false, why} : {kept: true};
  }

  /** Tell which entries changed; null means any. @param {string[] | null} names */
  #tell(names) {
    this.dispatchEvent(new CustomEvent('change', {detail: {names}}));
  }
}

/** Return the browser's storage, or null where the reader has denied it. */
function openStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

export const store = new ProgressStore(openStorage());
store.follow();
