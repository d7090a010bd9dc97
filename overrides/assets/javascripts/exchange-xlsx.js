// @ts-check
/** The plan's rows as an Excel workbook: heading that stays, filter, column widths, days as days, states to choose
 * from, links that open. Text cells are text by their type, so none is ever a formula. */

import {strToU8, zipSync} from '../vendor/fflate-0.8.3/fflate.js';

import {daysBetween, isDay} from './plan-dates.js';
import {COLUMNS} from './exchange-table.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const EPOCH = '1899-12-30'; // day 0 of Excel's calendar from March 1900 on
const WIDTHS = [28, 14, 60, 18, 14, 12, 40, 30, 24, 24];
// Styles of styles.xml below, in its order.
const STYLE = {plain: 0, head: 1, text: 2, day: 3, link: 4, technical: 5, guarded: 6};
const LINK = COLUMNS.indexOf('link');
const FORMULA = /^[=+\-@\t\r]/;
// Any date will do in the ZIP's directory; one and the same makes equal plans equal files.
const WRITTEN = new Date(Date.UTC(2020, 0, 1));

/** @param {string[][]} rows heading first @param {string} sheet name of the sheet @param {string[]} states @returns {Uint8Array} */
export function rowsToXlsx(rows, sheet, states) {
  const parts = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheet),
    'xl/_rels/workbook.xml.rels': relations([[`${OFFICE}/worksheet`, 'worksheets/sheet1.xml'], [`${OFFICE}/styles`, 'styles.xml']]),
    'xl/styles.xml': styles(),
    'xl/worksheets/sheet1.xml': worksheet(rows, states),
    'xl/worksheets/_rels/sheet1.xml.rels': relations(rows.slice(1).map((row) => [`${OFFICE}/hyperlink`, row[LINK].split('#')[0], 'External'])),
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]);
  return zipSync(Object.fromEntries(files), {mtime: WRITTEN});
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Build an element as text; XML files are not pages, and a DOM of a thousand cells would be slower.
 * @param {string} name @param {Record<string, string | number>} [attributes] @param {string} [content] */
function tag(name, attributes = {}, content = '') {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
  return content === '' ? `<${name}${pairs}/>` : `<${name}${pairs}>${content}</${name}>`;
}

/** Escape a text for XML, leaving out what XML cannot hold. @param {string} text */
function escape(text) {
  return text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- these are what XML 1.0 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    // Excel reads _x000D_ as a character; a text that only looks so gets its underscore written out.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;'})[sign] ?? '');
}

/** @param {string[][]} rows @param {string[]} states */
function worksheet(rows, states) {
  const range = `A1:${letter(COLUMNS.length - 1)}${rows.length}`;
  const view = tag('sheetView', {workbookViewId: 0}, tag('pane', {ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen'}));
  const widths = WIDTHS.map((width, at) => tag('col', {min: at + 1, max: at + 1, width, customWidth: 1}));
  const state = letter(COLUMNS.indexOf('state'));
  const choices = tag('formula1', {}, escape(`"${states.join(',')}"`));
  const validation = tag('dataValidation', {type: 'list', allowBlank: 1, showErrorMessage: 1, sqref: `${state}2:${state}${Math.max(rows.length, 2)}`}, choices);
  const links = rows.slice(1).map((row, at) => tag('hyperlink', {ref: `${letter(LINK)}${at + 2}`, 'r:id': `rId${at + 1}`, location: row[LINK].split('#')[1] ?? ''}));
  const content = [
    tag('sheetPr', {}, tag('pageSetUpPr', {fitToPage: 1})),
    tag('sheetViews', {}, view),
    tag('cols', {}, widths.join('')),
    tag('sheetData', {}, rows.map(rowElement).join('')),
    tag('autoFilter', {ref: range}),
    tag('dataValidations', {count: 1}, validation),
    links.length ? tag('hyperlinks', {}, links.join('')) : '',
    tag('pageSetup', {orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0}),
  ];
  return HEAD + tag('worksheet', {xmlns: MAIN, 'xmlns:r': OFFICE}, content.join(''));
}

/** @param {string[]} row @param {number} number from 0 */
function rowElement(row, number) {
  return tag('row', {r: number + 1}, row.map((text, column) => cell(text, number, COLUMNS[column], `${letter(column)}${number + 1}`)).join(''));
}

/** @param {string} text @param {number} row @param {string} column @param {string} r */
function cell(text, row, column, r) {
  if (row > 0 && column === 'due' && isDay(text)) return tag('c', {r, s: STYLE.day}, tag('v', {}, String(daysBetween(EPOCH, text))));
  const s = row === 0 ? STYLE.head : styleOf(text, column);
  if (text === '') return tag('c', {r, s});
  return tag('c', {r, s, t: 'inlineStr'}, tag('is', {}, tag('t', {'xml:space': 'preserve'}, escape(text))));
}

/** @param {string} text @param {string} column */
function styleOf(text, column) {
  if (FORMULA.test(text)) return STYLE.guarded;
  if (column === 'link') return STYLE.link;
  return column === 'id' || column === 'stamp' ? STYLE.technical : STYLE.text;
}

/** @param {number} column from 0 */
function letter(column) {
  return String.fromCharCode(65 + column);
}

/** @param {[string, string, string?][]} targets type, target, mode */
function relations(targets) {
  const all = targets.map(([Type, Target, TargetMode], at) => tag('Relationship', {Id: `rId${at + 1}`, Type, Target, ...(TargetMode ? {TargetMode} : {})}));
  return HEAD + tag('Relationships', {xmlns: `${PACKAGE}/relationships`}, all.join('') || '\n');
}

function contentTypes() {
  const defaults = [['rels', 'application/vnd.openxmlformats-package.relationships+xml'], ['xml', 'application/xml']];
  const parts = [['/xl/workbook.xml', 'sheet.main'], ['/xl/worksheets/sheet1.xml', 'worksheet'], ['/xl/styles.xml', 'styles']];
  return HEAD + tag('Types', {xmlns: `${PACKAGE}/content-types`}, [
    ...defaults.map(([Extension, ContentType]) => tag('Default', {Extension, ContentType})),
    ...parts.map(([PartName, type]) => tag('Override', {PartName, ContentType: `${TYPE}.${type}+xml`})),
  ].join(''));
}

/** @param {string} name */
function workbook(name) {
  // Excel allows 31 characters in a sheet's name and not these signs.
  const tame = name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
  return HEAD + tag('workbook', {xmlns: MAIN, 'xmlns:r': OFFICE}, tag('sheets', {}, tag('sheet', {name: tame, sheetId: 1, 'r:id': 'rId1'})));
}

function styles() {
  const font = (/** @type {string} */ more) => tag('font', {}, `${more}${tag('sz', {val: 11})}${tag('name', {val: 'Calibri'})}`);
  const fonts = [font(''), font(tag('b')), font(`${tag('u')}${tag('color', {rgb: 'FF0B5394'})}`), font(tag('color', {rgb: 'FF767676'}))];
  const fills = ['none', 'gray125'].map((patternType) => tag('fill', {}, tag('patternFill', {patternType})));
  fills.push(tag('fill', {}, tag('patternFill', {patternType: 'solid'}, tag('fgColor', {rgb: 'FFE8EEF2'}))));
  const wrap = tag('alignment', {vertical: 'top', wrapText: 1});
  const top = tag('alignment', {vertical: 'top'});
  const xf = (/** @type {Record<string, number>} */ own, /** @type {string} */ alignment) =>
    tag('xf', {numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0, applyAlignment: 1, ...own}, alignment);
  const formats = [
    xf({}, top),
    xf({fontId: 1, fillId: 2, applyFont: 1, applyFill: 1}, wrap),
    xf({}, wrap),
    xf({numFmtId: 164, applyNumberFormat: 1}, top),
    xf({fontId: 2, applyFont: 1}, top),
    xf({fontId: 3, applyFont: 1}, top),
    xf({quotePrefix: 1}, wrap),
  ];
  return HEAD + tag('styleSheet', {xmlns: MAIN}, [
    tag('numFmts', {count: 1}, tag('numFmt', {numFmtId: 164, formatCode: 'yyyy-mm-dd'})),
    tag('fonts', {count: fonts.length}, fonts.join('')),
    tag('fills', {count: fills.length}, fills.join('')),
    tag('borders', {count: 1}, tag('border')),
    tag('cellStyleXfs', {count: 1}, tag('xf', {numFmtId: 0, fontId: 0, fillId: 0, borderId: 0})),
    tag('cellXfs', {count: formats.length}, formats.join('')),
    tag('cellStyles', {count: 1}, tag('cellStyle', {name: 'Normal', xfId: 0, builtinId: 0})),
  ].join(''));
}
