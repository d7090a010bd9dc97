// @ts-check
/** The plan's lists in the page: folded with their progress, and filled with items only when they are unfolded. */

import {countText, enlivenWith} from './checklist-live.js';
import {make, setText} from './plan-elements.js';
import {isSettled} from './plan-model.js';

/**
 * @typedef {import('./checklist.js').ChecklistElement} ChecklistElement
 * @typedef {import('./plan-lines.js').ItemData} ItemData
 * @typedef {import('./plan-lines.js').ListData} ListData
 * @typedef {import('./plan-lines.js').PlanData} PlanData
 * @typedef {import('./plan-lines.js').PlanLine} PlanLine
 * @typedef {import('./plan-words.js').Words} Words
 */

const WEEKS_FROM = 14; // days; from two whole weeks on, dates are told in weeks

export class PlanLists {
  /** @param {HTMLElement} plan @param {Words} words @param {PlanData} data */
  constructor(plan, words, data) {
    this.words = words;
    this.roles = data.roles;
    this.data = new Map(data.lists.map((list) => [list.id, list]));
    const folds = /** @type {HTMLDetailsElement[]} */ ([...plan.querySelectorAll('details[data-list]')]);
    this.folds = new Map(folds.map((fold) => [fold.dataset.list ?? '', fold]));
    /** @type {Map<string, ChecklistElement>} */
    this.elements = new Map();
    /** @type {Set<HTMLDetailsElement>} */
    this.unfolded = new Set();
    plan.addEventListener('toggle', ({target}) => this.#fill(/** @type {HTMLDetailsElement} */ (target)), true);
    for (const fold of folds) this.#fill(fold);
  }

  /** @param {HTMLDetailsElement} fold */
  #fill(fold) {
    if (fold.open && fold.dataset.list) this.element(fold.dataset.list);
  }

  /** Return a list's element, made when it is asked for first. @param {string} id @returns {ChecklistElement | null} */
  element(id) {
    const [fold, data, there] = [this.folds.get(id), this.data.get(id), this.elements.get(id)];
    if (there || !fold || !data) return there ?? null;
    const element = listElement(data, this.words, this.roles);
    element.awake = Promise.resolve();
    this.elements.set(id, element);
    fold.querySelector('.plan-loading')?.remove();
    fold.querySelector('summary')?.after(element);
    enlivenWith(element, this.words);
    return element;
  }

  /** Unfold the list of an item and return the item's element. @param {string} name @returns {HTMLElement | null} */
  reveal(name) {
    const [, list, item] = name.split(':');
    const [fold, element] = [this.folds.get(list), this.element(list)];
    if (fold) fold.open = true;
    return element?.querySelector(`[data-item-id="${CSS.escape(item)}"]`) ?? null;
  }

  /** Unfold everything, for paper. */
  unfold() {
    for (const [id, fold] of this.folds) {
      if (!fold.open) this.unfolded.add(fold);
      this.element(id);
      fold.open = true;
    }
  }

  /** Fold what was unfolded without the reader. */
  foldAgain() {
    for (const fold of this.unfolded) fold.open = false;
    this.unfolded.clear();
  }

  /** Show the progress of every list. @param {PlanLine[]} lines */
  draw(lines) {
    for (const [id, fold] of this.folds) {
      const own = lines.filter(({list}) => list.id === id);
      const states = own.map(({value}) => value?.state ?? 'todo');
      const bar = fold.querySelector('progress');
      if (bar) bar.value = own.filter(({value}) => isSettled(value)).length;
      const place = fold.querySelector('.plan-count');
      // A list nobody has begun says how long it is, as the page does without a script.
      const isBegun = states.some((state) => state !== 'todo');
      if (place) setText(place, isBegun ? countText(states, this.words) : this.words.count('items', states.length));
    }
  }
}

/** @param {ListData} data @param {Words} words @param {Record<string, string>} roles */
function listElement({id, title, stage, lang, retired, items}, words, roles) {
  const element = /** @type {ChecklistElement} */ (document.createElement('colabora-checklist'));
  element.className = 'checklist';
  Object.assign(element.dataset, {checklistId: id, stage, retired: JSON.stringify(retired)});
  const listing = make('ol', {class: 'checklist-items'}, ...items.map((item) => itemElement(item, id, words, roles)));
  element.append(make('fieldset', {}, make('legend', {lang}, title), make('p', {class: 'checklist-count'}), listing));
  return element;
}

/** Make an item as the build writes it on the list's own page. @param {ItemData} item @param {string} list
 * @param {Words} words @param {Record<string, string>} roles */
function itemElement({id, text, lang, digest, role, due, needs}, list, words, roles) {
  const [check, facts] = [`check--${list}--${id}`, `facts--${list}--${id}`];
  const shown = [
    role ? make('span', {class: 'checklist-role'}, roles[role] ?? role) : null,
    due === undefined ? null : make('span', {class: 'checklist-due'}, dueText(due, words)),
  ].filter((fact) => fact !== null);
  const box = make('input', {type: 'checkbox', id: check, 'aria-describedby': shown.length ? facts : undefined});
  const item = make('li', {
    class: 'checklist-item', id: `item--${list}--${id}`, lang, 'data-item-id': id, 'data-item-digest': digest, 'data-role': role,
    'data-due-days': due === undefined ? undefined : String(due), 'data-needs': needs?.join(' '),
  }, box, make('label', {for: check}, text));
  const dotted = shown.flatMap((fact, place) => (place ? [' · ', fact] : [fact]));
  if (shown.length) item.append(make('p', {class: 'checklist-facts', id: facts, lang: lang && words.locale}, ...dotted));
  return item;
}

/** Say when an item is due, as elements.py does. @param {number} days @param {Words} words */
function dueText(days, words) {
  if (days === 0) return words.text('due-on');
  const number = Math.abs(days);
  const side = days < 0 ? 'before' : 'after';
  const isWeeks = number >= WEEKS_FROM && number % 7 === 0;
  return words.count(`due-${side}-${isWeeks ? 'weeks' : 'days'}`, isWeeks ? number / 7 : number);
}
