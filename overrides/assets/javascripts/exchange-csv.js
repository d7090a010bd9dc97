// @ts-check
/** The plan's rows as CSV (RFC 4180, with the mark by which spreadsheets know UTF-8), and back. */

import {csvFormatRows, csvParseRows, dsvFormat} from '../vendor/d3-dsv-3.0.2/d3-dsv.js';

import {Refusal} from './exchange-refusal.js';

// A cell that begins so is run as a formula by spreadsheets; an apostrophe before it makes it text.
const FORMULA = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
const MARK = '\uFEFF';

/** @param {string[][]} rows */
export function rowsToCsv(rows) {
  const guarded = rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell)));
  return `${MARK}${guarded.map((row) => csvFormatRows([row])).join('\r\n')}\r\n`;
}

/** Read what we wrote, or what a spreadsheet made of it: with commas, semicolons or tabs.
 * @param {Uint8Array} bytes @returns {string[][]} */
export function parseCsv(bytes) {
  const text = decode(bytes);
  if (text.includes('\0') || /^\s*</.test(text)) throw new Refusal('type');
  const head = text.split(/\r?\n/, 1)[0];
  const delimiter = [';', '\t'].find((sign) => head.split(sign).length > head.split(',').length);
  const rows = delimiter ? dsvFormat(delimiter).parseRows(text) : csvParseRows(text);
  return rows.map((row) => row.map((/** @type {string} */ cell) => (GUARDED.test(cell) ? cell.slice(1) : cell)));
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    throw new Refusal('encoding');
  }
}
