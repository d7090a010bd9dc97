// @ts-check
/** The plan as rows, for CSV and XLSX, and rows that somebody edited as changes of the plan.
 *
 * The last two columns are for the way back: the item's key, and a stamp that says how old the row is and which
 * contents it was written with, so that only what was edited counts as new. The stamp's own heading carries the four
 * words for the states, so that a file made in one language can be brought back in another. */

import {hash32} from './exchange-hash.js';
import {Refusal} from './exchange-refusal.js';
import {isDay} from './plan-dates.js';
import {STATES} from './plan-value.js';
import {wordingOf} from './plan-model.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-model.js').Item} Item
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {{item: Item, title: string, stage: string, page: string, value: Value | null, due: string}} Line
 * @typedef {{owner: string, state: string, due: string, note: string}} Cells
 */

export const COLUMNS = ['title', 'stage', 'item', 'owner', 'state', 'due', 'note', 'link', 'id', 'stamp'];
const LONGEST_CELL = 32_767; // characters, as Excel has it
const MOST_ROWS = 5000;
const STAMP = /^(\d+)\.(\d+)\.([0-9a-f]+)\.(\d{4}-\d{2}-\d{2}|none)(\.own)?$/;

/** Return the heading and one row a line. @param {Line[]} lines @param {Words} words */
export function linesToRows(lines, words) {
  const states = STATES.map((state) => words.text(`state-${state}`));
  const head = COLUMNS.map((column) => words.text(`column-${column}`));
  head[COLUMNS.indexOf('stamp')] += `|${states.join('|')}`;
  return [head, ...lines.map((line) => lineToRow(line, words))];
}

/** @param {Line} line @param {Words} words */
function lineToRow({item, title, stage, page, value, due}, words) {
  const cells = {owner: cell(value?.owner), state: value?.state ?? 'todo', due, note: cell(value?.note)};
  const stamp = `${Math.floor(value?.at ?? 0)}.${value?.n ?? 0}.${fingerprint(cells)}.${due || 'none'}${value?.due ? '.own' : ''}`;
  const link = `${page}#item--${item.list}--${item.id}`;
  return [title, stage, item.text, cells.owner, words.text(`state-${cells.state}`), due, cells.note, link, `${item.list}:${item.id}`, stamp];
}

/** @param {string | undefined} text */
function cell(text) {
  return (text ?? '').replaceAll('\r\n', '\n').slice(0, LONGEST_CELL);
}

/** @param {Cells} cells */
function fingerprint({owner, state, due, note}) {
  return hash32(JSON.stringify([owner.trim(), state, due, note.trim()])).toString(16);
}

/** Read rows back. @param {string[][]} rows @param {Line[]} lines the plan as it is @param {Words} words
 * @param {number} edited when the file was saved, in ms
 * @returns {{values: Map<string, Value>, unread: number}} rows that say something that can't be read are counted */
export function parseRows(rows, lines, words, edited) {
  if (rows.length > MOST_ROWS) throw new Refusal('rows', {limit: MOST_ROWS});
  const [head, ...body] = rows;
  const places = placesOf(head ?? [], words);
  const states = statesOf((head ?? [])[places.stamp] ?? '', words);
  const known = new Map(lines.map((line) => [`${line.item.list}:${line.item.id}`, line]));
  /** @type {Map<string, Value>} */
  const values = new Map();
  let unread = 0;
  for (const row of body.filter((cells) => cells.some((text) => text.trim()))) {
    const line = known.get((row[places.id] ?? '').trim());
    const value = line ? parseRow(row, line, places, states, edited) : null;
    if (line && value && value !== 'blank') values.set(line.item.name, value);
    else if (value !== 'blank') unread += 1;
  }
  return {values, unread};
}

/** Find the columns by their headings; a file made in another language has the columns in our order.
 * @param {string[]} head @param {Words} words */
export function placesOf(head, words) {
  const plain = head.map((text) => text.split('|')[0].trim().toLowerCase());
  const found = COLUMNS.map((column) => plain.indexOf(words.text(`column-${column}`).toLowerCase()));
  const isForeign = found.filter((place) => place >= 0).length < 4;
  if (isForeign && head.length < COLUMNS.length) throw new Refusal('columns');
  const places = Object.fromEntries(COLUMNS.map((column, place) => [column, isForeign ? place : found[place]]));
  if (places.id < 0) throw new Refusal('columns');
  return places;
}

/** @param {string} heading @param {Words} words @returns {Map<string, string>} */
function statesOf(heading, words) {
  const own = heading.split('|').slice(1);
  const pairs = STATES.flatMap((state, place) => [
    [own[place] ?? state, state],
    [words.text(`state-${state}`), state],
    [state, state],
  ]);
  return new Map(pairs.map(([word, state]) => [word.trim().toLowerCase(), state]));
}

/** @param {string[]} row @param {Line} line @param {Record<string, number>} places @param {Map<string, string>} states
 * @param {number} edited @returns {Value | null | 'blank'} null if it can't be read */
function parseRow(row, line, places, states, edited) {
  const text = (/** @type {string} */ column) => cell(row[places[column]]);
  const [, at, n, print, written = line.due, own] = STAMP.exec(text('stamp').trim()) ?? [];
  const state = states.get(text('state').trim().toLowerCase());
  const days = daysIn(text('due'));
  if (!state || !days.length) return null;
  const wasDue = written === 'none' ? '' : written;
  const due = days.find((day) => day === wasDue) ?? days[0];
  const cells = {owner: text('owner'), state, due, note: text('note')};
  const isUntouched = fingerprint(cells) === print;
  if (isUntouched && Number(at) === 0) return 'blank';
  const isOwn = due === wasDue ? Boolean(own) : due !== '';
  const {at: _at, n: _n, ...kept} = line.value ?? {digest: '', state: 'todo', at: 0};
  const wording = kept.digest && kept.state === state ? {} : wordingOf(line.item);
  const date = isUntouched ? {at: Number(at), n: Number(n)} : {at: edited, n: 0};
  return {...kept, ...wording, ...cells, due: isOwn ? due : '', ...date};
}

/** Read a day as programs write it; one that may be read in two ways gives both. @param {string} text @returns {string[]} */
export function daysIn(text) {
  const plain = text.trim();
  if (plain === '' || isDay(plain)) return [plain];
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?$/.exec(plain);
  if (!parts) return [];
  const [, one, two, year] = parts;
  const day = (/** @type {string} */ m, /** @type {string} */ d) => `${year}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return [day(two, one), day(one, two)].filter(isDay);
}
