// @ts-check
/** The living plan: sums up what is stored for all lists, unfolds and filters them, lets it be taken away and brought
 * back. The page's HTML is adopted, so nothing moves; between its parts the browser gets room to breathe. */

import {pause} from './plan-elements.js';
import {PlanLines} from './plan-lines.js';
import {PlanLists} from './plan-lists.js';
import {placeMessages} from './plan-messages.js';
import {PlanOverview} from './plan-overview.js';
import {loadWords, localeOf} from './plan-words.js';
import {store} from './store.js';

/** @typedef {import('./my-plan.js').PlanElement} PlanElement */

/** Make the plan of a page live. @param {PlanElement} element */
export async function enlivenPlan(element) {
  const [words, {default: data}] = await Promise.all([loadWords(element, 'checklist', 'plan'), import(`./lists-${localeOf(element)}.js`)]);
  const plan = new LivePlan(element, words, data);
  for (const draw of plan.parts) {
    await pause();
    draw();
  }
  await plan.follow();
  return plan;
}

export class LivePlan {
  /** @param {PlanElement} element @param {import('./plan-words.js').Words} words @param {import('./plan-lines.js').PlanData} data */
  constructor(element, words, data) {
    this.element = element;
    this.words = words;
    this.data = data;
    this.source = new PlanLines(data, element);
    /** What is drawn one after the other. @type {(() => void)[]} */
    this.parts = [
      () => this.source.update(store, null),
      () => this.#start(),
      () => this.overview?.draw(this.lines),
      () => this.shown?.draw(this.lines),
    ];
  }

  #start() {
    const {element, words, data} = this;
    placeMessages(words);
    this.shown = new PlanLists(element, words, data);
    this.overview = new PlanOverview(element, words, data.stages, (name) => this.reveal(name));
    this.#whenOpened('.plan-filter', () => this.#find());
    this.#whenOpened('.plan-exchange', () => void this.exchange());
    store.addEventListener('change', (event) => this.#hear(/** @type {CustomEvent} */ (event).detail.names));
    addEventListener('hashchange', () => void this.follow());
    addEventListener('beforeprint', () => this.shown?.unfold());
    addEventListener('afterprint', () => this.shown?.foldAgain());
  }

  /** @param {string} selector of a fold that is filled when it is opened first @param {() => void} fill */
  #whenOpened(selector, fill) {
    const fold = /** @type {HTMLDetailsElement | null} */ (this.element.querySelector(selector));
    fold?.addEventListener('toggle', fill, {once: true});
    if (fold?.open) fill();
  }

  /** Every item with what is stored for it, in the order of the page. */
  get lines() {
    return this.source.lines;
  }

  get lists() {
    return this.source.lists;
  }

  /** Follow the address: a shared plan, or an item. */
  async follow() {
    if (location.hash.startsWith('#plan=')) await (await this.exchange()).openLink();
    const [, list, item] = /^#item--([a-z0-9-]+?)--([a-z0-9-]+)$/.exec(location.hash) ?? [];
    if (list) this.reveal(`item:${list}:${item}`)?.scrollIntoView();
  }

  /** Show an item, whatever is folded or filtered away. @param {string} name */
  reveal(name) {
    this.filter?.reset();
    return this.shown?.reveal(name) ?? null;
  }

  /** Unfold all lists. */
  unfold() {
    this.shown?.unfold();
  }

  async #find() {
    if (this.filter || !this.shown) return;
    const {PlanFilter} = await import('./plan-filter.js');
    this.filter ??= new PlanFilter(this.words, this.data, this.shown, this.element);
    this.filter.draw(this.lines);
  }

  /** What takes the plan away and brings it back, unfolded or not. */
  async exchange() {
    const {PlanExchange} = await import('./plan-exchange.js');
    this.exchanger ??= new PlanExchange(this.words, this);
    return this.exchanger;
  }

  /** @param {string[] | null} names */
  #hear(names) {
    if (!this.source.update(store, names)) return;
    this.overview?.draw(this.lines);
    this.shown?.draw(this.lines);
    this.filter?.draw(this.lines);
  }
}
