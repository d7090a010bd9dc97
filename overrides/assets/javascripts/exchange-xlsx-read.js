// @ts-check
/** The first sheet of an Excel workbook as rows of text; formulas give the value they had when it was saved. */

import {strFromU8, unzipSync} from '../vendor/fflate-0.8.3/fflate.js';

import {Refusal} from './exchange-refusal.js';
import {addDays} from './plan-dates.js';

const LARGEST = 30_000_000; // bytes unpacked; the whole plan is under one million
const PARTS = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;
const EPOCHS = {plain: '1899-12-30', since1904: '1904-01-01'};
const MOST_COLUMNS = 50;

/** @param {Uint8Array} bytes @param {(head: string[]) => number} dayColumnOf which column holds days, told by the heading
 * @returns {string[][]} */
export function parseXlsx(bytes, dayColumnOf) {
  const files = unpack(bytes);
  const workbook = xml(files, 'xl/workbook.xml');
  if (!workbook) throw new Refusal('type');
  const sheet = xml(files, sheetPath(workbook, xml(files, 'xl/_rels/workbook.xml.rels')));
  if (!sheet) throw new Refusal('damaged');
  const shared = [...(xml(files, 'xl/sharedStrings.xml')?.getElementsByTagName('si') ?? [])].map(textIn);
  const is1904 = ['1', 'true'].includes(workbook.getElementsByTagName('workbookPr')[0]?.getAttribute('date1904') ?? '');
  const epoch = is1904 ? EPOCHS.since1904 : EPOCHS.plain;
  const [head, ...body] = sheet.getElementsByTagName('row');
  if (!head) return [];
  const heading = cellsOf(head, shared, -1, epoch);
  const dayColumn = dayColumnOf(heading);
  return [heading, ...body.map((row) => cellsOf(row, shared, dayColumn, epoch))];
}

/** @param {Uint8Array} bytes @returns {Record<string, Uint8Array>} */
function unpack(bytes) {
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter: (/** @type {{name: string, originalSize: number}} */ {name, originalSize}) => {
        if (!PARTS.test(name)) return false;
        size += originalSize;
        if (size > LARGEST) throw new Refusal('unpacked', {limit: LARGEST / 1_000_000});
        return true;
      },
    });
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    // The library throws errors of several kinds for what is no whole ZIP.
    throw new Refusal('damaged');
  }
}

/** @param {Record<string, Uint8Array>} files @param {string} name */
function xml(files, name) {
  if (!Object.hasOwn(files, name)) return null;
  const text = strFromU8(files[name]);
  // Spreadsheets declare no entities; an entity bomb does.
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Refusal('damaged');
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  if (parsed.querySelector('parsererror')) throw new Refusal('damaged');
  return parsed;
}

/** @param {Document} workbook @param {Document | null} relations */
function sheetPath(workbook, relations) {
  const id = workbook.getElementsByTagName('sheet')[0]?.getAttribute('r:id');
  const relation = [...(relations?.getElementsByTagName('Relationship') ?? [])].find((one) => one.getAttribute('Id') === id);
  const target = relation?.getAttribute('Target') ?? 'worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** @param {Element} row @param {string[]} shared @param {number} dayColumn @param {string} epoch */
function cellsOf(row, shared, dayColumn, epoch) {
  /** @type {string[]} */
  const cells = [];
  for (const cell of row.getElementsByTagName('c')) {
    const column = columnOf(cell.getAttribute('r')) ?? cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    cells[column] = textOf(cell, shared, column === dayColumn, epoch);
  }
  return cells;
}

/** @param {string | null} reference `AB12` */
function columnOf(reference) {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters ? [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0) - 1 : null;
}

/** @param {Element} cell @param {string[]} shared @param {boolean} isDay @param {string} epoch */
function textOf(cell, shared, isDay, epoch) {
  const type = cell.getAttribute('t') ?? 'n';
  if (type === 'inlineStr') return textIn(cell);
  const value = cell.getElementsByTagName('v')[0]?.textContent ?? '';
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'd') return value.slice(0, 10);
  const isSerial = isDay && type === 'n' && /^\d+(\.\d+)?$/.test(value);
  return isSerial ? addDays(epoch, Math.floor(Number(value))) : unescape(value);
}

/** Join the runs of a rich text, without the readings printed above Asian text. @param {Element} element */
function textIn(element) {
  const runs = [...element.getElementsByTagName('t')].filter((run) => run.parentElement?.tagName !== 'rPh');
  return unescape(runs.map((run) => run.textContent).join(''));
}

/** @param {string} text */
function unescape(text) {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
}
