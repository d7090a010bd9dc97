// @ts-check
/** Files of every format, each by the module that knows it; only the one that is used is loaded. */

import {Refusal} from './exchange-refusal.js';
import {STATES} from './plan-value.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./exchange-table.js').Line} Line
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {{entries: Map<string, Value>, lines: Line[], words: Words, dated: number}} Plan
 */

const LARGEST = 5_000_000; // bytes; a full plan with long notes is under one million
const ZIP = 0x504b0304;

/** Write a file; null where there is nothing to write. @param {'json' | 'xlsx' | 'csv' | 'ics'} format @param {Plan} plan
 * @returns {Promise<string | Uint8Array | null>} */
export async function writeFile(format, {entries, lines, words, dated}) {
  if (format === 'json') return (await import('./exchange-json.js')).entriesToJson(entries);
  if (format === 'ics') {
    if (!lines.some(({due}) => due)) return null;
    return (await import('./exchange-ics.js')).linesToIcs(lines, words, dated);
  }
  const rows = (await import('./exchange-table.js')).linesToRows(lines, words);
  if (format === 'csv') return (await import('./exchange-csv.js')).rowsToCsv(rows);
  const states = STATES.map((state) => words.text(`state-${state}`));
  return (await import('./exchange-xlsx.js')).rowsToXlsx(rows, words.text('calendar'), states);
}

/** Read a file that a reader chose, or refuse it whole. @param {File} file @param {Line[]} lines @param {Words} words
 * @returns {Promise<{values: Map<string, Value>, unread: number}>} */
export async function readFile(file, lines, words) {
  const format = /\.(json|csv|xlsx)$/i.exec(file.name)?.[1].toLowerCase();
  if (!format) throw new Refusal('type');
  if (file.size > LARGEST) throw new Refusal('size', {limit: LARGEST / 1_000_000});
  if (file.size === 0) throw new Refusal('empty');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isZip = bytes.length > 3 && new DataView(bytes.buffer).getUint32(0) === ZIP;
  if (isZip !== (format === 'xlsx')) throw new Refusal('type');
  if (format === 'json') return {values: (await import('./exchange-json.js')).parseEntries(bytes), unread: 0};
  const {parseRows, placesOf} = await import('./exchange-table.js');
  const rows = format === 'csv'
    ? (await import('./exchange-csv.js')).parseCsv(bytes)
    : (await import('./exchange-xlsx-read.js')).parseXlsx(bytes, (head) => placesOf(head, words).due);
  return parseRows(rows, lines, words, Math.min(file.lastModified, Date.now()));
}
