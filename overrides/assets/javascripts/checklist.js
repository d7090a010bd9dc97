// @ts-check
/** `<colabora-checklist>`: a list of the page becomes one that remembers.
 *
 * The HTML is whole without this script; here the boxes are filled from the progress store, and each item gets a
 * state, a person, a day and a note. Whatever changes anywhere (this page, another tab, a file brought back) comes
 * back as the store's `change` event, and only what it names is drawn again.
 */

import {make, setText} from './plan-elements.js';
import {ItemView} from './plan-item.js';
import {placeMessages} from './plan-messages.js';
import {dueOf, isSettled, readList, storedValue} from './plan-model.js';
import {drawNews, newsOf, noteSeen} from './plan-news.js';
import {OPENING_DAY} from './plan-value.js';
import {wordsOf} from './plan-words.js';
import {store} from './store.js';

/** @typedef {import('./plan-model.js').Item} Item */
/** @typedef {import('./plan-value.js').Value} Value */

export class ChecklistElement extends HTMLElement {
  connectedCallback() {
    if (!this.views) this.#build();
    this.listening = new AbortController();
    store.addEventListener('change', (event) => this.#hear(/** @type {CustomEvent} */ (event).detail.names), this.listening);
    this.#draw(null);
    // Only now: what is there before it becomes a status is not announced.
    this.count?.setAttribute('role', 'status');
  }

  disconnectedCallback() {
    this.listening?.abort();
  }

  #build() {
    this.words = wordsOf(this);
    this.list = readList(this);
    this.count = make('p', {class: 'checklist-count'});
    this.news = make('div', {hidden: true});
    /** @type {Map<string, ItemView>} */
    this.views = new Map(this.list.items.map((item) => [item.id, this.#view(item)]));
    const items = this.querySelector('.checklist-items') ?? this.list.items[0]?.element.parentElement;
    items?.before(this.count, this.news);
    placeMessages(this.closest('colabora-plan') ?? this, this.words);
  }

  /** @param {Item} item */
  #view(item) {
    return new ItemView(item, /** @type {import('./plan-words.js').Words} */ (this.words), (changed, changes) => this.#change(changed, changes));
  }

  /** Store a change of the reader's. @param {Item} item @param {Partial<Value>} changes */
  #change(item, changes) {
    const list = /** @type {import('./plan-model.js').List} */ (this.list);
    const {value, isInherited} = storedValue(store, list, item);
    const {at, n, ...inherited} = isInherited && value ? value : {at: 0, state: 'todo'};
    const outcome = store.put(item.name, {...(value && !isInherited ? {} : inherited), ...changes});
    if (!outcome.kept && outcome.why === 'read-only') return this.#draw([item.id]);
    noteSeen(store, list, false);
  }

  /** @param {string[] | null} names */
  #hear(names) {
    const start = `item:${this.list?.id}:`;
    if (names === null || names.includes(OPENING_DAY)) return this.#draw(null);
    if (names.includes(`seen:${this.list?.id}`)) return this.#drawNews();
    const ids = names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    if (ids.length) this.#draw(ids);
  }

  /** Draw some items and those that wait for them, or all. @param {string[] | null} ids */
  #draw(ids) {
    const list = /** @type {import('./plan-model.js').List} */ (this.list);
    const openingDay = store.get(OPENING_DAY)?.state ?? '';
    const heirs = list.retired.filter((entry) => ids?.includes(entry.item)).flatMap((entry) => entry.replaced_by);
    const isTouched = (/** @type {Item} */ item) => ids === null || ids.includes(item.id) || heirs.includes(item.id);
    const fresh = new Map(list.items.filter(isTouched).map((item) => [item.id, storedValue(store, list, item)]));
    const views = /** @type {Map<string, ItemView>} */ (this.views);
    const valueOf = (/** @type {string} */ id) => (fresh.has(id) ? fresh.get(id)?.value : views.get(id)?.facts.value) ?? null;
    for (const [id, view] of views) {
      const needs = view.item.needs.filter((need) => views.has(need));
      if (!fresh.has(id) && !needs.some((need) => fresh.has(need))) continue;
      const value = valueOf(id);
      const open = isSettled(value) ? [] : needs.filter((need) => !isSettled(valueOf(need)));
      view.draw({
        value,
        due: dueOf(view.item, value, openingDay),
        isLocked: store.isLocked(view.item.name),
        needsLook: fresh.get(id)?.needsLook ?? view.facts.needsLook,
        blockedBy: open.map((need) => /** @type {ItemView} */ (views.get(need)).item),
      });
    }
    this.#drawCount();
    if (ids === null || [...views.values()].some((view) => view.isNew)) this.#drawNews();
    this.dispatchEvent(new CustomEvent('checklist-drawn', {bubbles: true}));
  }

  #drawCount() {
    if (!this.count || !this.words || !this.views) return;
    const states = [...this.views.values()].map((view) => view.facts.value?.state ?? 'todo');
    const [done, spared] = ['done', 'not-needed'].map((state) => states.filter((s) => s === state).length);
    const parts = [this.words.count('count', done, {total: this.words.number.format(states.length)})];
    if (spared) parts.push(this.words.count('count-not-needed', spared));
    if (states.length && done + spared === states.length) parts.push(this.words.text('complete'));
    setText(this.count, parts.join(' · '));
  }

  #drawNews() {
    if (!this.news || !this.list || !this.words || !this.views) return;
    const isOld = document.querySelector('[data-old-version]:not([hidden])') !== null;
    const {fresh} = isOld ? {fresh: new Set()} : newsOf(store, this.list);
    for (const [id, view] of this.views) view.markNew(fresh.has(id));
    const list = this.list;
    const told = isOld ? null : drawNews(store, list, this.words, () => noteSeen(store, list, true));
    this.news.hidden = told === null;
    this.news.replaceChildren(...(told ? [told] : []));
  }
}

customElements.define('colabora-checklist', ChecklistElement);
