// @ts-check
/** A list that remembers: the boxes are filled from the progress store, and each item gets a state, a person, a day
 * and a note. Whatever changes anywhere (this page, another tab, a file brought back) comes back as the store's
 * `change` event, and only what it names is drawn again. */

import {make, setText} from './plan-elements.js';
import {ItemView} from './plan-item.js';
import {placeMessages} from './plan-messages.js';
import {dueOf, isSettled, readList, storedValue} from './plan-model.js';
import {drawNews, newsOf, noteSeen} from './plan-news.js';
import {OPENING_DAY} from './plan-value.js';
import {loadWords} from './plan-words.js';
import {store} from './store.js';

/**
 * @typedef {import('./checklist.js').ChecklistElement} ChecklistElement
 * @typedef {import('./plan-model.js').PageItem} PageItem
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-words.js').Words} Words
 */

/** Make a list live. @param {ChecklistElement} element @param {Words} [words] those of the plan around it */
export async function enliven(element, words) {
  enlivenWith(element, words ?? (await loadWords(element, 'checklist')));
}

/** Make a list live whose words are there. @param {ChecklistElement} element @param {Words} words */
export function enlivenWith(element, words) {
  const live = new LiveList(element, words);
  element.dataset.live = '';
  for (const [box, isTicked] of element.early) live.adopt(box, isTicked);
  element.early.clear();
  // What has been added may have pushed the focus of somebody who is quick with the Tab key out of sight.
  if (element.contains(document.activeElement)) document.activeElement?.scrollIntoView({block: 'nearest'});
}

class LiveList {
  /** @param {HTMLElement} element @param {Words} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.list = readList(element);
    this.count = element.querySelector('.checklist-count') ?? make('p', {class: 'checklist-count'});
    this.news = make('div', {hidden: true});
    /** @type {Map<string, ItemView>} */
    this.views = new Map(this.list.items.map((item) => [item.id, this.#view(item)]));
    const items = element.querySelector('.checklist-items') ?? this.list.items[0]?.element.parentElement;
    items?.before(this.count, this.news);
    placeMessages(words);
    store.addEventListener('change', (event) => this.#hear(/** @type {CustomEvent} */ (event).detail.names));
    this.#draw(null);
    // Only now: what is there before it becomes a status is not announced.
    this.count.setAttribute('role', 'status');
  }

  /** @param {PageItem} item */
  #view(item) {
    return new ItemView(item, this.words, (changed, changes) => this.#change(changed, changes));
  }

  /** Store what a box was set to before the list was live. @param {HTMLInputElement} box @param {boolean} isTicked */
  adopt(box, isTicked) {
    const view = [...this.views.values()].find(({item}) => item.box === box);
    view?.set({state: isTicked ? 'done' : 'todo'});
  }

  /** Store a change of the reader's. @param {PageItem} item @param {Partial<Value>} changes */
  #change(item, changes) {
    const {value, isInherited} = storedValue(store, this.list, item);
    const {at, n, ...inherited} = isInherited && value ? value : {at: 0, state: 'todo'};
    const outcome = store.put(item.name, {...(value && !isInherited ? {} : inherited), ...changes});
    if (!outcome.kept && outcome.why === 'read-only') return this.#draw([item.id]);
    noteSeen(store, this.list, false);
  }

  /** @param {string[] | null} names */
  #hear(names) {
    const start = `item:${this.list.id}:`;
    if (names === null || names.includes(OPENING_DAY)) return this.#draw(null);
    if (names.includes(`seen:${this.list.id}`)) return this.#drawNews();
    const ids = names.filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
    if (ids.length) this.#draw(ids);
  }

  /** Draw some items and those that wait for them, or all. @param {string[] | null} ids */
  #draw(ids) {
    const {list, views} = this;
    const openingDay = store.get(OPENING_DAY)?.state ?? '';
    const heirs = list.retired.filter((entry) => ids?.includes(entry.item)).flatMap((entry) => entry.replaced_by);
    const isTouched = (/** @type {PageItem} */ item) => ids === null || ids.includes(item.id) || heirs.includes(item.id);
    const fresh = new Map(list.items.filter(isTouched).map((item) => [item.id, storedValue(store, list, item)]));
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
  }

  #drawCount() {
    const states = [...this.views.values()].map((view) => view.facts.value?.state ?? 'todo');
    setText(this.count, countText(states, this.words));
  }

  #drawNews() {
    const isOld = document.querySelector('[data-old-version]:not([hidden])') !== null;
    const {fresh} = isOld ? {fresh: new Set()} : newsOf(store, this.list);
    for (const [id, view] of this.views) view.markNew(fresh.has(id));
    const told = isOld ? null : drawNews(store, this.list, this.words, () => noteSeen(store, this.list, true));
    this.news.hidden = told === null;
    this.news.replaceChildren(...(told ? [told] : []));
  }
}

/** Say how far a list is. @param {string[]} states @param {Words} words */
export function countText(states, words) {
  const [done, spared] = ['done', 'not-needed'].map((state) => states.filter((s) => s === state).length);
  const parts = [words.count('count', done, {total: words.number.format(states.length)})];
  if (spared) parts.push(words.count('count-not-needed', spared));
  if (states.length && done + spared === states.length) parts.push(words.text('complete'));
  return parts.join(' · ');
}
