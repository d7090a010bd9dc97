// @ts-check
/** The cases that fit as a table; a long one is shown in parts, since a table is laid out as a whole. */

import {caseLink, count, fact, make} from './catalogue.js';

/** @typedef {import('./catalogue.js').Catalogue} Catalogue */
/** @typedef {import('./catalogue.js').Data} Data */

const COLUMNS = ['place', 'setting', 'population', 'started', 'status', 'host', 'desks', 'prices'];
const PART = 100;

/** @param {HTMLElement} panel @param {Catalogue} catalogue @param {Data} data */
export function draw(panel, catalogue, data, most = PART) {
  const {words, rows} = data;
  const cases = catalogue.shown(data);
  const name = String(words.table);
  const heads = [String(words.case), String(words.pick), String(words.kind), ...COLUMNS.map((column) => rows[column])];
  const table = make('table', {},
    make('thead', {}, make('tr', {}, ...heads.map((text) => make('th', {scope: 'col'}, text)))),
    make('tbody', {}, ...cases.slice(0, most).map((one) => make('tr', {},
      make('th', {scope: 'row'}, caseLink(one)),
      make('td', {}, catalogue.pickBox(one, String(words.pick))),
      make('td', {}, one.kind),
      ...COLUMNS.map((column) => make('td', {}, one.facts[column]?.length ? fact(one, column, data) : '–')),
    ))));
  const region = make('div', {class: 'table-scroll case-table', role: 'region', tabindex: '0', 'aria-label': name}, table);
  panel.replaceChildren(...(cases.length ? [region] : []));
  if (cases.length <= most) return;
  const more = make('button', {type: 'button'}, count(words.more, cases.length - most));
  more.addEventListener('click', () => {
    draw(panel, catalogue, data, cases.length);
    /** @type {HTMLElement} */ (panel.querySelectorAll('tbody a')[most]).focus();
  });
  panel.append(more);
}
