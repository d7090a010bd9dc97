// @ts-check
/** `<colabora-plan>`: all lists of the site as one plan, with an opening day that gives every item its date.
 *
 * The lists are in the HTML; this only reads what `colabora-checklist` shows, sums it up, filters it, and lets it be
 * taken away and brought back. */

import './checklist.js';
import {PlanExchange} from './plan-exchange.js';
import {PlanFilter} from './plan-filter.js';
import {placeMessages} from './plan-messages.js';
import {PlanOverview} from './plan-overview.js';
import {OPENING_DAY} from './plan-value.js';
import {Words, wordsOf} from './plan-words.js';
import {store} from './store.js';

/** @typedef {import('./checklist.js').ChecklistElement} ChecklistElement */
/** @typedef {import('./exchange-table.js').Line & {view: import('./plan-item.js').ItemView, slug: string}} PlanLine */

export class PlanElement extends HTMLElement {
  connectedCallback() {
    if (!this.overview) this.#build();
    this.listening = new AbortController();
    this.addEventListener('checklist-drawn', () => this.#plan(), this.listening);
    store.addEventListener('change', (event) => this.#hear(/** @type {CustomEvent} */ (event).detail.names), this.listening);
    this.#draw();
  }

  disconnectedCallback() {
    this.listening?.abort();
  }

  #build() {
    const words = new Words({...wordsOf(this).texts, ...wordsOf(this, 'planStrings').texts}, wordsOf(this).locale);
    /** @type {{slug: string, number: number, title: string}[]} */
    this.stages = JSON.parse(this.dataset.stages ?? '[]');
    const roles = JSON.parse(this.dataset.roles ?? '{}');
    this.overview = new PlanOverview(words, this.stages, () => this.filter?.reset());
    this.filter = new PlanFilter(words, this.stages, roles);
    this.exchange = new PlanExchange(words, this);
    placeMessages(this, words);
    this.prepend(this.overview.element, this.filter.element);
    this.append(this.exchange.element);
  }

  get lists() {
    const elements = /** @type {ChecklistElement[]} */ ([...this.querySelectorAll('colabora-checklist')]);
    return elements.map((element) => /** @type {import('./plan-model.js').List} */ (element.list));
  }

  /** Every item with what is stored and shown for it, in the order of the page. @returns {PlanLine[]} */
  get lines() {
    const elements = /** @type {ChecklistElement[]} */ ([...this.querySelectorAll('colabora-checklist')]);
    return elements.flatMap(({list, views}) =>
      [...(views?.values() ?? [])].map((view) => ({
        view,
        item: view.item,
        title: list?.title ?? '',
        slug: list?.stage ?? '',
        stage: this.stages?.find(({slug}) => slug === list?.stage)?.title ?? '',
        page: list?.page ?? '',
        value: view.facts.value,
        due: view.facts.due,
      })),
    );
  }

  /** @param {string[] | null} names */
  #hear(names) {
    if (names === null || names.includes(OPENING_DAY)) this.#plan();
  }

  /** Draw once after all lists have drawn. */
  #plan() {
    if (this.isPlanned) return;
    this.isPlanned = true;
    queueMicrotask(() => this.#draw());
  }

  #draw() {
    this.isPlanned = false;
    const lines = this.lines;
    this.overview?.draw(lines);
    this.filter?.draw(lines);
  }
}

customElements.define('colabora-plan', PlanElement);
