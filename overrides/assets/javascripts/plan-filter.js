// @ts-check
/** Finding items in the plan: by words, role, stage, state and date. */

import {addDays, today} from './plan-dates.js';
import {button, choice, labelled, make, pause, setText} from './plan-elements.js';
import {isSettled} from './plan-model.js';
import {STATES} from './plan-value.js';

/**
 * @typedef {import('./plan-lines.js').PlanData} PlanData
 * @typedef {import('./plan-lines.js').PlanLine} PlanLine
 * @typedef {import('./plan-lists.js').PlanLists} PlanLists
 * @typedef {import('./plan-words.js').Words} Words
 */

const SOON = 30; // days

export class PlanFilter {
  /** @param {Words} words @param {PlanData} data @param {PlanLists} lists @param {HTMLElement} plan */
  constructor(words, {stages, roles}, lists, plan) {
    this.words = words;
    this.lists = lists;
    this.plan = plan;
    const [any, t] = [/** @type {[string, string]} */ (['', words.text('any')]), (/** @type {string} */ key) => words.text(key)];
    const stateOptions = [['open', t('filter-open')], ['blocked', t('filter-blocked')], ...STATES.map((s) => [s, t(`state-${s}`)])];
    const dates = ['overdue', 'soon', 'later', 'none'].map((d) => [d, t(`date-${d}`)]);
    this.controls = {
      search: make('input', {type: 'search', autocomplete: 'off'}),
      role: choice([any, .../** @type {[string, string][]} */ (Object.entries(roles))]),
      stage: choice([any, ...stages.map(({slug, number, title}) => /** @type {[string, string]} */ ([slug, `${number} · ${title}`]))]),
      state: choice([any, .../** @type {[string, string][]} */ (stateOptions)]),
      date: choice([any, .../** @type {[string, string][]} */ (dates)]),
    };
    this.count = make('p', {class: 'plan-shown'});
    /** @type {PlanLine[]} */
    this.lines = [];
    /** @type {Map<string, string>} */
    this.folded = new Map();
    this.turn = 0;
    /** Lists that were folded before. @type {Set<HTMLDetailsElement>} */
    this.unfolded = new Set();
    plan.querySelector('.plan-filter')?.append(this.#build(), this.count);
  }

  #build() {
    const form = make('form', {role: 'search', 'aria-label': this.words.text('find')});
    for (const [name, control] of Object.entries(this.controls)) form.append(labelled(this.words.text(`filter-${name}`), control));
    this.clear = button(this.words.text('filter-reset'), () => this.#clear(), {hidden: ''});
    form.append(this.clear);
    form.addEventListener('input', () => void this.#apply());
    form.addEventListener('submit', (event) => event.preventDefault());
    return form;
  }

  #clear() {
    this.reset();
    this.controls.search.focus();
  }

  /** Show everything again. */
  reset() {
    if (!this.isActive) return;
    for (const control of Object.values(this.controls)) control.value = '';
    void this.#apply();
  }

  get isActive() {
    return Object.values(this.controls).some(({value}) => value !== '');
  }

  /** Take the lines as they are now. What is shown stays until the reader asks again: an item that was just ticked
   * does not vanish from under the finger. @param {PlanLine[]} lines */
  draw(lines) {
    this.lines = lines;
  }

  /** Show what matches, list by list, so that typing stays quick; a later question ends an earlier one. */
  async #apply() {
    this.turn += 1;
    const {turn, isActive} = this;
    const asked = fold(this.controls.search.value).split(/\s+/).filter(Boolean);
    const shown = this.lines.filter((line) => this.#matches(line, asked));
    this.#tell(shown.length);
    if (!isActive) return this.#showAll();
    this.plan.setAttribute('aria-busy', 'true');
    const names = new Set(shown.map(({item}) => item.name));
    for (const [id, details] of this.lists.folds) {
      const own = this.lines.filter(({list}) => list.id === id);
      details.hidden = !own.some(({item}) => names.has(item.name));
      if (details.hidden) continue;
      this.#unfold(id, details, names);
      await pause();
      if (turn !== this.turn) return;
    }
    this.#hideEmptyStages();
    this.plan.removeAttribute('aria-busy');
  }

  /** @param {string} id @param {HTMLDetailsElement} details @param {Set<string>} names */
  #unfold(id, details, names) {
    const items = /** @type {HTMLElement[]} */ ([...(this.lists.element(id)?.querySelectorAll('[data-item-id]') ?? [])]);
    for (const item of items) item.hidden = !names.has(`item:${id}:${item.dataset.itemId}`);
    if (!details.open) this.unfolded.add(details);
    details.open = true;
  }

  #showAll() {
    for (const [id, details] of this.lists.folds) {
      details.hidden = false;
      const items = /** @type {HTMLElement[]} */ ([...(this.lists.elements.get(id)?.querySelectorAll('[data-item-id]') ?? [])]);
      for (const item of items) item.hidden = false;
    }
    for (const details of this.unfolded) details.open = false;
    this.unfolded.clear();
    this.#hideEmptyStages();
    this.plan.removeAttribute('aria-busy');
  }

  #hideEmptyStages() {
    for (const stage of /** @type {NodeListOf<HTMLElement>} */ (this.plan.querySelectorAll('.plan-stage'))) {
      stage.hidden = !stage.querySelector('details[data-list]:not([hidden])');
    }
  }

  /** @param {number} number */
  #tell(number) {
    if (this.clear) this.clear.hidden = !this.isActive;
    this.count.setAttribute('role', 'status');
    const total = this.words.number.format(this.lines.length);
    setText(this.count, this.isActive ? this.words.count('shown', number, {total}) : '');
  }

  /** @param {PlanLine} line @param {string[]} asked */
  #matches(line, asked) {
    const {role, stage, state, date} = this.controls;
    return (
      (!role.value || line.item.role === role.value) &&
      (!stage.value || line.slug === stage.value) &&
      (!state.value || hasState(line, state.value)) &&
      (!date.value || dateOf(line) === date.value) &&
      (!asked.length || asked.every((word) => this.#textOf(line).includes(word)))
    );
  }

  /** @param {PlanLine} line */
  #textOf({item, title, value}) {
    const own = this.folded.get(item.name) ?? fold(`${title} ${item.text} ${this.lists.roles[item.role] ?? ''}`);
    this.folded.set(item.name, own);
    return value?.owner || value?.note ? `${own} ${fold(`${value.owner ?? ''} ${value.note ?? ''}`)}` : own;
  }
}

/** @param {PlanLine} line @param {string} asked */
function hasState({value, blockedBy}, asked) {
  if (asked === 'open') return !isSettled(value);
  if (asked === 'blocked') return blockedBy.length > 0;
  return (value?.state ?? 'todo') === asked;
}

/** @param {PlanLine} line */
function dateOf({due, value}) {
  if (!due) return 'none';
  if (due < today()) return isSettled(value) ? 'past' : 'overdue';
  return due <= addDays(today(), SOON) ? 'soon' : 'later';
}

/** Lower case without marks, so that “celis” finds “ceļis”. @param {string} text */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
