// @ts-check
/** The plan's items with what is stored for them: state, day, what they wait for. Knows nothing of the page's lists,
 * which may be folded and not there yet. */

import {dueOf, isSettled, storedValue} from './plan-model.js';
import {OPENING_DAY} from './plan-value.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-model.js').Item} Item
 * @typedef {import('./plan-model.js').List} List
 * @typedef {{slug: string, number: number, title: string, lang?: string}} Stage
 * @typedef {{id: string, text: string, digest: string, lang?: string, role?: string, due?: number, needs?: string[]}} ItemData
 * @typedef {{id: string, title: string, stage: string, lang?: string, retired: import('./plan-model.js').Retired[], items: ItemData[]}} ListData
 * @typedef {{stages: Stage[], roles: Record<string, string>, lists: ListData[]}} PlanData what the build writes a language
 * @typedef {{item: Item, list: List, title: string, slug: string, stage: string, page: string, value: Value | null,
 *   due: string, blockedBy: Item[]}} PlanLine
 */

export class PlanLines {
  /** @param {PlanData} data @param {HTMLElement} plan */
  constructor(data, plan) {
    const titles = new Map(data.stages.map(({slug, title}) => [slug, title]));
    this.lists = data.lists.map((list) => toList(list, plan));
    /** @type {PlanLine[]} */
    this.lines = this.lists.flatMap((list) => list.items.map((item) => ({
      item, list, title: list.title, slug: list.stage, stage: titles.get(list.stage) ?? '', page: list.page, value: null, due: '', blockedBy: [],
    })));
    /** @type {Map<string, PlanLine>} */
    this.named = new Map(this.lines.map((line) => [line.item.name, line]));
  }

  /** Read again what was changed, and tell whether that is anything of the plan.
   * @param {{get(name: string): Value | null}} store @param {string[] | null} names null means any */
  update(store, names) {
    const isAny = names === null || names.includes(OPENING_DAY);
    const day = store.get(OPENING_DAY)?.state ?? '';
    const touched = this.lists.filter(({id}) => isAny || names.some((name) => name.startsWith(`item:${id}:`)));
    for (const list of touched) this.#updateList(list, store, isAny ? null : names, day);
    return touched.length > 0;
  }

  /** @param {List} list @param {{get(name: string): Value | null}} store @param {string[] | null} names @param {string} day */
  #updateList(list, store, names, day) {
    const gone = list.retired.filter(({item}) => names?.includes(`item:${list.id}:${item}`));
    const heirs = gone.flatMap((entry) => entry.replaced_by);
    const lines = list.items.map((item) => /** @type {PlanLine} */ (this.named.get(item.name)));
    for (const line of lines) {
      const {item} = line;
      if (names && !names.includes(item.name) && !heirs.includes(item.id)) continue;
      line.value = storedValue(store, list, item).value;
      line.due = dueOf(item, line.value, day);
    }
    for (const line of lines) {
      const needs = isSettled(line.value) ? [] : line.item.needs.map((id) => this.named.get(`item:${list.id}:${id}`));
      line.blockedBy = needs.filter((need) => need && !isSettled(need.value)).map((need) => /** @type {PlanLine} */ (need).item);
    }
  }
}

/** @param {ListData} data @param {HTMLElement} plan @returns {List} */
function toList({id, title, stage, retired, items}, plan) {
  const link = /** @type {HTMLAnchorElement | null} */ (plan.querySelector(`[data-list="${CSS.escape(id)}"] .checklist-more a`));
  const page = link?.href ?? '';
  return {id, title, stage, retired, page, items: items.map((item) => toItem(item, id, plan.lang))};
}

/** @param {ItemData} data @param {string} list @param {string} locale @returns {Item} */
function toItem({id, text, digest, lang, role = '', due, needs = []}, list, locale) {
  return {list, id, name: `item:${list}:${id}`, text, lang: lang ?? locale, digest, role, dueDays: due ?? null, needs};
}
