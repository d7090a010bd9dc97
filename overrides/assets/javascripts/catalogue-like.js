// @ts-check
/** “Places like mine”: the cases nearest to a reader's place, each with what is alike, what differs and what is not known.
 * Closed places count as much as open ones: their reasons are worth as much. */

import {caseLink, count, fill, make} from './catalogue.js';

/**
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./catalogue.js').Case} Case
 * @typedef {import('./catalogue.js').Data} Data
 * @typedef {{alike?: [number, string], differs?: string, unknown?: string}} Verdict how near (0 to 1) and why
 * @typedef {{one: Case, score: number, far: number, verdicts: Verdict[]}} Match
 */

const VILLAGE = 2000;
const SMALL_TOWN = 20_000;
const TOWN = 200_000;
const FAR = 4; // times as many people are no longer alike, even if both places are large
const ALIKE = 1.5; // times as many people are about as many
const MOST = 10;
const NEAREST = 3;
/** What is asked, and the row of the comparison that says the same of a case. */
const ROWS = {population: 'population', host: 'host', founder: 'founder-type'};

/** @param {HTMLElement} panel @param {Catalogue} catalogue @param {Data} data */
export function draw(panel, catalogue, data) {
  if (!panel.querySelector('form')) panel.replaceChildren(form(catalogue, data), make('p', {role: 'status'}), make('ol', {class: 'case-matches'}));
  const fields = /** @type {HTMLFormElement} */ (panel.querySelector('form'));
  for (const field of fields.querySelectorAll('input, select')) {
    const control = /** @type {HTMLInputElement} */ (field);
    control.value = catalogue.state.mine[control.name] ?? '';
  }
  const mine = known(catalogue.state.mine, data);
  const asked = Object.keys(mine).length;
  const matches = asked ? rank(mine, data) : [];
  const found = matches.filter(({score}) => score > 0).slice(0, MOST);
  const shown = found.length ? found : nearest(mine, matches);
  const list = /** @type {HTMLElement} */ (panel.querySelector('ol'));
  /** @type {HTMLElement} */ (panel.querySelector('[role=status]')).textContent = asked ? summary(found, shown, asked, data) : '';
  list.replaceChildren(...shown.map((match) => item(match, data)));
}

/** @param {Catalogue} catalogue @param {Data} data */
function form(catalogue, {words, rows, options}) {
  const any = [/** @type {[string, string]} */ (['', String(words['like-any'])])];
  const select = (/** @type {string} */ name) => make('select', {name},
    ...[...any, ...options[name]].map(([value, text]) => make('option', {value}, text)));
  const fault = make('p', {role: 'alert'});
  const made = make('form', {class: 'case-like', autocomplete: 'off'},
    make('p', {}, String(words['like-intro'])),
    field(rows.population, make('input', {name: 'population', type: 'number', min: '1', max: '10000000', step: '1', inputmode: 'numeric'})),
    field(rows.host, select('host')), field(rows['founder-type'], select('founder')), field(String(words['like-money']), select('money')),
    make('button', {}, String(words['like-find'])), fault);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = [...new FormData(made)].filter(([, value]) => value !== '');
    fault.textContent = given.length ? '' : String(words['like-empty']);
    catalogue.go({mine: Object.fromEntries(given.map(([name, value]) => [name, String(value)]))});
  });
  return made;
}

/** @param {string} text @param {HTMLElement} control */
function field(text, control) {
  return make('label', {}, make('span', {}, text), control);
}

/** Leave out what an address says that the form could not. @param {Record<string, string>} mine @param {Data} data */
function known(mine, {options}) {
  const isKnown = (/** @type {[string, string]} */ [name, value]) =>
    name === 'population' ? Number(value) > 0 : options[name]?.some(([one]) => one === value);
  return Object.fromEntries(Object.entries(mine).filter(isKnown));
}

/** @param {Record<string, string>} mine @param {Data} data @returns {Match[]} the nearest first */
function rank(mine, data) {
  const matches = data.cases.map((one) => {
    const verdicts = Object.entries(mine).map(([name, value]) => judge(one, name, value, data));
    const score = verdicts.reduce((sum, {alike}) => sum + (alike?.[0] ?? 0), 0);
    return {one, verdicts, score, far: distance(one, Number(mine.population))};
  });
  return matches.sort((a, b) => b.score - a.score || a.far - b.far);
}

/** @param {Case} one @param {string} name @param {string} value @param {Data} data @returns {Verdict} */
function judge(one, name, value, data) {
  if (name === 'population') return judgePopulation(one, Number(value), data);
  if (name === 'money') return judgeMoney(one, value, data);
  const own = name === 'host' ? one.host : one.founder;
  const row = ROWS[/** @type {'host' | 'founder'} */ (name)];
  if (!own) return {unknown: data.rows[row]};
  if (own === value) return {alike: [1, String(data.words[`also-${name}-${own}`])]};
  return {differs: `${data.rows[row]}: ${one.facts[row]}`};
}

/** @param {Case} one @param {number} mine @param {Data} data @returns {Verdict} */
function judgePopulation(one, mine, {words, rows, options}) {
  const sizes = options.sizes;
  const setting = mine < VILLAGE ? 'village' : mine < SMALL_TOWN ? 'small-town' : mine < TOWN ? 'town' : '';
  if (!one.population) {
    if (setting && one.setting === setting) return {alike: [0.5, String(words[`also-${setting}-only`])]};
    return one.setting ? {differs: `${rows.setting}: ${one.facts.setting}`} : {unknown: rows.population};
  }
  const people = String(one.people);
  if (distance(one, mine) <= Math.log(ALIKE)) return {alike: [1, fill(words['also-people'], {people})]};
  const [own, other] = [band(one.population, sizes), band(mine, sizes)];
  if (own !== other || (own === sizes.length && distance(one, mine) > Math.log(FAR))) return {differs: `${rows.population}: ${people}`};
  if (own === sizes.length) return {alike: [0.8, fill(words['also-over'], {people, limit: sizes[own - 1][1]})]};
  const kind = ['village', 'small-town', 'town'].includes(one.setting ?? '') ? one.setting : 'place';
  return {alike: [0.8, fill(words[`also-${kind}`], {people, limit: sizes[own][1]})]};
}

/** @param {Case} one @param {string} value @param {Data} data @returns {Verdict} */
function judgeMoney(one, value, {words, options}) {
  const title = String(words['like-money']);
  if (!one.money) return {unknown: title};
  const own = options.money.find(([limit]) => limit === 'over' || (one.money ?? 0) <= Number(limit));
  const amount = String(one.moneyText);
  return own?.[0] === value ? {alike: [1, fill(words['also-money'], {amount})]} : {differs: `${title}: ${amount}`};
}

/** @param {number} people @param {[string, string][]} sizes */
function band(people, sizes) {
  const index = sizes.findIndex(([limit]) => people < Number(limit));
  return index < 0 ? sizes.length : index;
}

/** How far a case is in size: 0 is the same, 1 is 2.7 times as many or as few. @param {Case} one @param {number} mine */
function distance({population}, mine) {
  return population && mine ? Math.abs(Math.log(population / mine)) : Infinity;
}

/** @param {Record<string, string>} mine @param {Match[]} matches */
function nearest(mine, matches) {
  return mine.population ? matches.filter(({far}) => far < Infinity).slice(0, NEAREST) : [];
}

/** @param {Match[]} found @param {Match[]} shown @param {number} asked @param {Data} data */
function summary(found, shown, asked, {words}) {
  if (!found.length) return [words['like-none'], ...(shown.length ? [words['like-nearest']] : [])].join(' ');
  const isWeak = found[0].score <= asked / 2;
  return [...(isWeak ? [words['like-weak']] : []), count(words['like-results'], found.length)].join(' ');
}

/** @param {Match} match @param {Data} data */
function item({one, verdicts}, data) {
  const parts = [
    [data.words['like-alike'], verdicts.flatMap(({alike}) => alike?.[1] ?? [])],
    [data.words['like-differs'], verdicts.flatMap(({differs}) => differs ?? [])],
    [data.unknown, verdicts.flatMap(({unknown}) => unknown ?? [])],
  ];
  const reasons = parts.filter(([, texts]) => texts.length).map(([title, texts]) => make('div', {},
    make('dt', {}, String(title)), ...[...texts].map((text) => make('dd', {}, text))));
  return make('li', {}, make('h3', {}, caseLink(one)),
    make('p', {class: 'meta'}, `${one.kind} · ${one.facts.place} · `, make('span', {class: `status ${one.status}`}, String(one.facts.status))),
    make('dl', {}, ...reasons));
}
