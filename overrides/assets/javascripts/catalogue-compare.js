// @ts-check
/** Up to four cases side by side: a row a fact, by topic; rows that are the same in all are marked and can be left out. */

import {MOST_COMPARED} from './catalogue-address.js';
import {caseLink, fact, fill, make} from './catalogue.js';

/**
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./catalogue.js').Case} Case
 * @typedef {import('./catalogue.js').Data} Data
 */

/** @param {HTMLElement} panel @param {Catalogue} catalogue @param {Data} data */
export function draw(panel, catalogue, data) {
  const hadFocus = panel.contains(document.activeElement);
  const only = panel.querySelector('.case-only input');
  const isShort = only instanceof HTMLInputElement && only.checked;
  const cases = catalogue.state.compare.flatMap((slug) => data.cases.find((one) => one.slug === slug) ?? []);
  panel.replaceChildren(chooser(catalogue, data, cases));
  if (cases.length) panel.append(comparison(catalogue, data, cases));
  const box = panel.querySelector('.case-only input');
  if (box instanceof HTMLInputElement) shorten(box, isShort);
  if (hadFocus) panel.querySelector('select')?.focus();
}

/** @param {Catalogue} catalogue @param {Data} data @param {Case[]} cases */
function chooser(catalogue, {words, cases: all}, cases) {
  const isFull = cases.length === MOST_COMPARED;
  const hint = make('p', {id: 'case-compare-hint'}, String(isFull ? words['compare-full'] : words['compare-hint']));
  const select = make('select', {'aria-describedby': hint.id},
    make('option', {value: ''}, String(words['compare-choose'])),
    ...all.filter((one) => !cases.includes(one)).map(({slug, name}) => make('option', {value: slug, disabled: isFull}, name)));
  const add = make('form', {}, make('label', {}, String(words['compare-add']), ' ', select),
    make('button', {}, String(words['compare-put'])));
  add.addEventListener('submit', (event) => {
    event.preventDefault();
    if (select.value) catalogue.pick(select.value, true);
  });
  const chooser = make('div', {class: 'case-chooser'}, hint, add);
  if (cases.length) chooser.append(button(String(words['compare-clear']), () => catalogue.go({compare: []})));
  return chooser;
}

/** @param {Catalogue} catalogue @param {Data} data @param {Case[]} cases */
function comparison(catalogue, data, cases) {
  const {words, rows, topics} = data;
  const heads = cases.map((one) => {
    const out = make('button', {type: 'button'}, make('span', {class: 'unseen'}, fill(words['compare-remove'], {name: one.name})));
    out.addEventListener('click', () => catalogue.pick(one.slug, false));
    return make('th', {scope: 'col'}, caseLink(one), out);
  });
  const head = make('thead', {}, make('tr', {}, make('td', {}), ...heads));
  const bodies = topics.map(({title, rows: names}) => make('tbody', {},
    make('tr', {class: 'case-topic'}, make('td', {colspan: String(cases.length + 1)}, make('strong', {}, title))),
    ...names.map((name) => row(rows[name], name, cases, data))));
  const region = make('div', {class: 'table-scroll case-compared', role: 'region', tabindex: '0', 'aria-label': String(words.compare)},
    make('table', {}, head, ...bodies));
  const only = make('label', {class: 'case-only'}, make('input', {type: 'checkbox', name: 'only'}), String(words['compare-only']));
  only.addEventListener('change', (event) => shorten(/** @type {HTMLInputElement} */ (event.target), null));
  return make('div', {class: 'case-comparison'}, ...(cases.length > 1 ? [only] : []), region);
}

/** Leave out the rows that are the same, or show them. @param {HTMLInputElement} box @param {boolean | null} isShort */
function shorten(box, isShort) {
  box.checked = isShort ?? box.checked;
  box.closest('.case-comparison')?.classList.toggle('is-short', box.checked);
}

/** @param {string} title @param {string} name @param {Case[]} cases @param {Data} data */
function row(title, name, cases, data) {
  const values = new Set(cases.map((one) => JSON.stringify(one.facts[name] ?? one.sections?.[name] ?? null)));
  const isSame = cases.length > 1 && values.size === 1 && !cases.some(({sections}) => sections?.[name]);
  const head = make('th', {scope: 'row'}, title);
  if (isSame && !values.has('null')) head.append(make('small', {}, String(data.words['compare-same'])));
  return make('tr', {class: isSame ? 'case-same' : undefined}, head, ...cases.map((one) => make('td', {}, cell(one, title, name, data))));
}

/** @param {Case} one @param {string} title @param {string} name @param {Data} data */
function cell(one, title, name, data) {
  const id = one.sections?.[name];
  if (!id) return fact(one, name, data);
  return make('a', {href: `${one.href}#${id}`}, title, make('span', {class: 'unseen'}, `: ${one.name}`));
}

/** @param {string} text @param {() => void} run @param {Record<string, string>} [attributes] */
function button(text, run, attributes = {}) {
  const made = make('button', {type: 'button', ...attributes}, text);
  made.addEventListener('click', run);
  return made;
}
