// @ts-check
/** The catalogue: keeps the state in the address, filters the cards, and shows the views, each loaded when wanted. */

import {MOST_COMPARED, readAddress, writeAddress} from './catalogue-address.js';
import {Facets} from './catalogue-facets.js';

/**
 * @typedef {import('./catalogue-address.js').State} State
 * @typedef {{name: string, place: string, status: string, text: string, x: number, y: number}} Site
 * @typedef {object} Case
 * @property {string} slug
 * @property {string} name
 * @property {string} href
 * @property {string} kind
 * @property {string} status
 * @property {Record<string, string | string[]>} facts
 * @property {Record<string, string>} [sections] ids of headings
 * @property {number} [population]
 * @property {string} [people] the same as the language writes it
 * @property {string} [setting]
 * @property {string} [host]
 * @property {string} [founder]
 * @property {number} [money]
 * @property {string} [moneyText]
 * @property {Site[]} [sites]
 *
 * @typedef {object} Data
 * @property {Record<string, string | Record<string, string>>} words
 * @property {{title: string, rows: string[]}[]} topics
 * @property {Record<string, string>} rows
 * @property {string} unknown
 * @property {Record<string, [string, string][]>} options
 * @property {Case[]} cases
 *
 * @typedef {{draw: (panel: HTMLElement, catalogue: Catalogue, data: Data) => void | Promise<void>}} View
 */

/** @type {Record<string, () => Promise<View>>} */
const VIEWS = {
  table: () => import('./catalogue-table.js'),
  map: () => import('./catalogue-map.js'),
  like: () => import('./catalogue-like.js'),
  compare: () => import('./catalogue-compare.js'),
};
const UNFILTERED = ['like', 'compare'];

export class Catalogue {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.cards = /** @type {HTMLElement} */ (this.#part('.case-cards'));
    this.items = /** @type {HTMLElement[]} */ ([...this.cards.querySelectorAll('li')]);
    this.groups = /** @type {HTMLElement[]} */ ([...this.cards.children]);
    this.picks = this.items.map((item) => /** @type {HTMLInputElement} */ (item.querySelector('input')));
    this.slugs = this.picks.map(({value}) => value);
    this.form = /** @type {HTMLFormElement} */ (this.#part('form'));
    this.facets = new Facets(this.form, this.items);
    this.basket = this.#addBasket();
    const checked = this.facets.checked;
    const picked = this.picks.filter((box) => box.checked).map((box) => box.value);
    this.state = this.#read();
    this.#listen();
    for (const key of checked) this.state.chosen.add(key);
    if (checked.size || picked.length) this.go({compare: [...new Set([...this.state.compare, ...picked])].slice(0, MOST_COMPARED)});
    else this.#draw();
  }

  /** Change the state, write it into the address, show it. @param {Partial<State>} changes */
  go(changes) {
    this.state = {...this.state, ...changes};
    const search = writeAddress(this.state);
    if (search !== (location.search || '?')) history.pushState(null, '', search === '?' ? location.pathname : search);
    this.#draw();
  }

  /** Take a case into the comparison, or out of it. @param {string} slug @param {boolean} isIn */
  pick(slug, isIn) {
    const others = this.state.compare.filter((one) => one !== slug);
    if (isIn && others.length === MOST_COMPARED) {
      this.#draw();
      this.basket.say(this.element.dataset.full ?? '');
      return;
    }
    this.go({compare: isIn ? [...others, slug] : others});
  }

  /** Return a box that takes a case into the comparison. @param {Case} one @param {string} label */
  pickBox({slug, name}, label) {
    const box = make('input', {type: 'checkbox', value: slug, autocomplete: 'off'});
    box.checked = this.state.compare.includes(slug);
    return make('label', {}, box, label, make('span', {class: 'unseen'}, ` ${name}`));
  }

  /** Return the cases that fit the choices. @param {Data} data */
  shown(data) {
    const bySlug = new Map(data.cases.map((one) => [one.slug, one]));
    return this.slugs.flatMap((slug, number) => (this.fits[number] && bySlug.get(slug)) || []);
  }

  #listen() {
    this.form.addEventListener('change', () => this.go({chosen: this.facets.checked}));
    this.form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.go({chosen: new Set()});
      this.#part('.case-filter').focus();
    });
    this.form.addEventListener('submit', (event) => event.preventDefault());
    this.element.addEventListener('change', (event) => {
      const box = /** @type {HTMLInputElement} */ (event.target);
      if (box.type === 'checkbox' && !box.form && !box.name) this.pick(box.value, box.checked);
    });
    this.element.addEventListener('click', (event) => {
      const link = /** @type {HTMLElement} */ (event.target).closest('a');
      if (!link?.getAttribute('href')?.startsWith('?') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.go({view: new URLSearchParams(link.search).get('view') ?? 'cards'});
    });
    addEventListener('popstate', () => {
      this.state = this.#read();
      this.#draw();
    });
  }

  #read() {
    return readAddress(location.search, new Set(this.facets.numbers.keys()), new Set(this.slugs));
  }

  #draw() {
    const {view, chosen, compare} = this.state;
    this.fits = this.facets.apply(chosen);
    this.items.forEach((item, number) => {
      if (item.hidden === this.fits[number]) item.hidden = !this.fits[number];
    });
    for (const group of this.groups) group.hidden = !group.querySelector('li:not([hidden])');
    for (const box of this.picks) {
      if (box.checked !== compare.includes(box.value)) box.checked = !box.checked;
    }
    this.#drawTools();
    this.basket.draw(compare.length && view !== 'compare' ? compare.length : 0);
    for (const link of this.element.querySelectorAll('.case-views a, .case-basket a')) {
      const name = new URLSearchParams(/** @type {HTMLAnchorElement} */ (link).search).get('view') ?? 'cards';
      link.setAttribute('href', writeAddress({...this.state, view: name === 'cards' ? '' : name}));
      if (name === view) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    for (const link of document.querySelectorAll('.languages a')) /** @type {HTMLAnchorElement} */ (link).search = location.search;
    void this.#drawView();
  }

  #drawTools() {
    const {view, chosen} = this.state;
    const isFiltered = !UNFILTERED.includes(view);
    const shown = this.fits.filter(Boolean).length;
    const filter = this.#part('.case-filter');
    filter.hidden = !isFiltered;
    /** @type {HTMLElement} */ (filter.querySelector('span')).textContent = chosen.size ? ` (${this.facets.number.format(chosen.size)})` : '';
    this.form.hidden = !isFiltered;
    this.#part('.case-shown').hidden = !isFiltered;
    this.#part('[type=reset]').hidden = !chosen.size;
    this.#part('.case-none').hidden = !isFiltered || shown > 0;
    const status = this.#part('[role=status]');
    this.all ??= status.textContent ?? '';
    setText(status, !chosen.size ? this.all : count(this.#forms('shown'), this.items.length, {shown: this.facets.number.format(shown)}));
    this.cards.hidden = view !== 'cards';
  }

  /** Fill the panel with the view, which is loaded the first time. */
  async #drawView() {
    const {view} = this.state;
    const panel = this.#part('.case-view');
    panel.hidden = view === 'cards';
    if (panel.dataset.view !== view) panel.replaceChildren();
    panel.dataset.view = view;
    if (!(view in VIEWS)) return;
    try {
      this.loading ??= load();
      const [module, data] = await Promise.all([VIEWS[view](), this.loading]);
      if (this.state.view === view) await module.draw(panel, this, data);
    } catch (fault) {
      if (!(fault instanceof TypeError || fault instanceof LoadError)) throw fault;
      this.loading = undefined;
      panel.replaceChildren(make('p', {role: 'alert'}, this.element.dataset.failed ?? ''));
    }
  }

  #addBasket() {
    const text = make('span', {role: 'status'});
    const link = make('a', {href: '?view=compare'}, this.#part('.case-views a:last-child').textContent ?? '');
    const basket = make('p', {class: 'case-basket unseen'}, text, ' ', link);
    this.element.append(basket);
    const forms = this.#forms('chosen');
    return {
      /** @param {string} words */
      say: (words) => setText(text, words),
      /** @param {number} many */
      draw: (many) => {
        basket.classList.toggle('unseen', !many);
        document.documentElement.classList.toggle('has-basket', many > 0);
        link.hidden = !many;
        setText(text, many ? count(forms, many) : '');
      },
    };
  }

  /** @param {string} name @returns {Record<string, string>} */
  #forms(name) {
    return JSON.parse(this.element.dataset[name] ?? '{}');
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.element.querySelector(selector));
  }
}

/** An answer that is not what was asked for. */
export class LoadError extends Error {}

/** @param {string | URL} [address] @returns {Promise<any>} */
export async function load(address = new URL('catalogue.json', location.href)) {
  const answer = await fetch(address);
  if (!answer.ok) throw new LoadError(String(address));
  try {
    return await answer.json();
  } catch {
    throw new LoadError(String(address));
  }
}

/** Make an element: `make('p', {class: 'x'}, 'text', child)`.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string | boolean | undefined>} [attributes] false and undefined are left out
 * @param {...(Node | string)} children @returns {HTMLElementTagNameMap[T]} */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** Set a text only if it differs, so that nothing is announced for nothing. @param {Element} element @param {string} text */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Return the plural form for a number, which fills `{count}`.
 * @param {Record<string, string> | string} forms @param {number} number @param {Record<string, string>} [values] */
export function count(forms, number, values = {}) {
  const {lang} = document.documentElement;
  const form = typeof forms === 'string' ? forms : (forms[new Intl.PluralRules(lang).select(number)] ?? forms.other);
  return fill(form, {count: new Intl.NumberFormat(lang).format(number), ...values});
}

/** Fill the placeholders of a text. @param {string | Record<string, string>} text @param {Record<string, string>} values */
export function fill(text, values) {
  return String(text).replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? values[name] : whole));
}

/** Return the link to a case. @param {Case} one */
export function caseLink({href, name}) {
  return make('a', {href}, name);
}

/** Return a fact as text or list, or that it is not known. @param {Case} one @param {string} row @param {Data} data */
export function fact(one, row, data) {
  const value = one.facts[row];
  if (!value?.length) return make('span', {class: 'case-unknown'}, data.unknown);
  if (typeof value === 'string') return make('span', {}, value);
  return value.length === 1 ? make('span', {}, value[0]) : make('ul', {}, ...value.map((text) => make('li', {}, text)));
}
