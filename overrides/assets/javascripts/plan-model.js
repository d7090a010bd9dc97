// @ts-check
/** Lists and items: as a page's HTML holds them, or as the plan loads them. */

import {addDays} from './plan-dates.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {{item: string, retired?: string, replaced_by: string[]}} Retired
 * @typedef {{list: string, id: string, name: string, text: string, lang: string, digest: string, role: string,
 *   dueDays: number | null, needs: string[]}} Item
 * @typedef {Item & {element: HTMLElement, box: HTMLInputElement}} PageItem
 * @typedef {{id: string, title: string, stage: string, page: string, retired: Retired[], items: Item[]}} List
 * @typedef {List & {items: PageItem[]}} PageList
 */

const LONGEST_COPY = 300; // characters of an item's text that are kept beside a tick

/** Read a `colabora-checklist` element. @param {HTMLElement} element @returns {PageList} */
export function readList(element) {
  const id = element.dataset.checklistId ?? '';
  const items = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('[data-item-id]')]);
  const more = /** @type {HTMLAnchorElement | null} */ (element.querySelector('.checklist-more a'));
  return {
    id,
    title: tidy(element.querySelector('legend')?.textContent),
    stage: element.dataset.stage ?? '',
    page: (more?.href ?? location.href).replace(/#.*$/s, ''),
    retired: JSON.parse(element.dataset.retired ?? '[]'),
    items: items.map((li) => readItem(li, id)).filter((item) => item !== null),
  };
}

/** @param {HTMLElement} li @param {string} list @returns {PageItem | null} */
function readItem(li, list) {
  const box = /** @type {HTMLInputElement | null} */ (li.querySelector('input[type="checkbox"]'));
  if (!box) return null;
  const id = li.dataset.itemId ?? '';
  const language = /** @type {HTMLElement | null} */ (li.closest('[lang]'));
  return {
    list,
    id,
    name: `item:${list}:${id}`,
    text: tidy(li.querySelector('label')?.textContent),
    lang: language?.lang ?? '',
    digest: li.dataset.itemDigest ?? '',
    role: li.dataset.role ?? '',
    dueDays: /^-?\d+$/.test(li.dataset.dueDays ?? '') ? Number(li.dataset.dueDays) : null,
    needs: (li.dataset.needs ?? '').split(' ').filter(Boolean),
    element: li,
    box,
  };
}

/** @param {string | null | undefined} text */
function tidy(text) {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Return what is stored for an item: its own entry, or that of a retired item which it replaces. An item that
 * replaces only a part of the old one has to be looked at again.
 * @param {{get(name: string): Value | null}} store @param {List} list @param {Item} item
 * @returns {{value: Value | null, isInherited: boolean, needsLook: boolean}} */
export function storedValue(store, list, item) {
  const own = store.get(item.name);
  if (own) return {value: own, isInherited: false, needsLook: false};
  for (const {item: old, replaced_by: heirs} of list.retired) {
    if (!heirs.includes(item.id)) continue;
    const value = store.get(`item:${list.id}:${old}`);
    if (value) return {value, isInherited: true, needsLook: heirs.length > 1 && value.state !== 'todo'};
  }
  return {value: null, isInherited: false, needsLook: false};
}

/** Return the day an item is due: the reader's own, or counted from the opening day; empty if there is none.
 * @param {Item} item @param {Value | null} value @param {string} openingDay */
export function dueOf(item, value, openingDay) {
  if (value?.due) return value.due;
  return openingDay && item.dueDays !== null ? addDays(openingDay, item.dueDays) : '';
}

/** Return the fields that say which wording of an item was ticked. @param {Item} item */
export function wordingOf(item) {
  return {digest: item.digest, text: item.text.slice(0, LONGEST_COPY), lang: item.lang};
}

/** Tell whether nothing is left to do. @param {Value | null} value */
export function isSettled(value) {
  return value?.state === 'done' || value?.state === 'not-needed';
}
