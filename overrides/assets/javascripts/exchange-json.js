// @ts-check
/** One's own state as JSON: the file that brings everything back.
 *
 * Entries sorted by name, each written in one way only and no date of export: the same state is the same bytes. */

import {Refusal} from './exchange-refusal.js';
import {SCHEMA, checkValue, isName, valueToText} from './plan-value.js';

/** @typedef {import('./plan-value.js').Value} Value */

const FORMAT = 'colabora-progress';

/** Write the file. @param {Map<string, Value>} entries */
export function entriesToJson(entries) {
  const names = [...entries.keys()].sort();
  const lines = names.map((name) => `${JSON.stringify(name)}:${valueToText(name, /** @type {Value} */ (entries.get(name)))}`);
  return `{"format":${JSON.stringify(FORMAT)},"schema":${SCHEMA},"entries":{${lines.join(',')}}}`;
}

/** Read the file, or refuse it whole. @param {Uint8Array} bytes @returns {Map<string, Value>} */
export function parseEntries(bytes) {
  const text = decode(bytes);
  // We write neither; a program that saved the file anew may have changed more than these.
  if (text.startsWith('\uFEFF') || text.includes('\r')) throw new Refusal('resaved');
  const data = parse(text);
  if (typeof data !== 'object' || data === null || data.format !== FORMAT) throw new Refusal('foreign');
  if (typeof data.schema !== 'number' || data.schema > SCHEMA) throw new Refusal('newer');
  if (typeof data.entries !== 'object' || data.entries === null || Array.isArray(data.entries)) throw new Refusal('damaged');
  return new Map(Object.entries(data.entries).map(([name, value]) => [name, sound(name, value)]));
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    throw new Refusal('encoding');
  }
}

/** @param {string} text */
function parse(text) {
  if (/^\s*</.test(text)) throw new Refusal('foreign');
  try {
    return JSON.parse(text);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    throw new Refusal('damaged');
  }
}

/** @param {string} name @param {unknown} data @returns {Value} */
function sound(name, data) {
  const {value, fault} = checkValue(name, data);
  if (fault === 'future') throw new Refusal('newer');
  if (!isName(name) || fault || !value) throw new Refusal('damaged');
  return value;
}
