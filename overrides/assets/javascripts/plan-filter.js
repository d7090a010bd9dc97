// @ts-check
/** Finding items in the plan: by words, role, stage, state and date. */

import {addDays, today} from './plan-dates.js';
import {button, choice, labelled, make, setText} from './plan-elements.js';
import {isSettled} from './plan-model.js';
import {STATES} from './plan-value.js';

/**
 * @typedef {import('./my-plan.js').PlanLine} PlanLine
 * @typedef {import('./plan-words.js').Words} Words
 */

const SOON = 30; // days

export class PlanFilter {
  /** @param {Words} words @param {{slug: string, number: number, title: string}[]} stages @param {Record<string, string>} roles */
  constructor(words, stages, roles) {
    this.words = words;
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
    this.element = this.#build();
    /** @type {PlanLine[]} */
    this.lines = [];
    /** @type {Map<string, string>} */
    this.folded = new Map();
  }

  #build() {
    const form = make('form', {});
    for (const [name, control] of Object.entries(this.controls)) form.append(labelled(this.words.text(`filter-${name}`), control));
    this.clear = button(this.words.text('filter-reset'), () => this.reset(), {hidden: ''});
    form.append(this.clear);
    form.addEventListener('input', () => this.#apply());
    form.addEventListener('submit', (event) => event.preventDefault());
    const title = make('h2', {id: 'plan-find'}, this.words.text('find'));
    return make('section', {class: 'plan-filter', role: 'search', 'aria-labelledby': 'plan-find'}, title, form, this.count);
  }

  /** Show everything again. */
  reset() {
    if (!this.isActive) return;
    for (const control of Object.values(this.controls)) control.value = '';
    this.#apply();
    this.controls.search.focus();
  }

  get isActive() {
    return Object.values(this.controls).some(({value}) => value !== '');
  }

  /** @param {PlanLine[]} lines */
  draw(lines) {
    this.lines = lines;
    if (this.isActive || this.wasActive) this.#apply();
  }

  #apply() {
    this.wasActive = this.isActive;
    const asked = fold(this.controls.search.value).split(/\s+/).filter(Boolean);
    const shown = this.lines.filter((line) => this.#matches(line, asked));
    const names = new Set(shown.map(({item}) => item.name));
    for (const {item} of this.lines) item.element.hidden = !names.has(item.name);
    for (const group of document.querySelectorAll('colabora-plan colabora-checklist, .plan-stage')) {
      /** @type {HTMLElement} */ (group).hidden = this.isActive && !group.querySelector('[data-item-id]:not([hidden])');
    }
    if (this.clear) this.clear.hidden = !this.isActive;
    this.count.setAttribute('role', 'status');
    const total = this.words.number.format(this.lines.length);
    setText(this.count, this.isActive ? this.words.count('shown', shown.length, {total}) : '');
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
    const own = this.folded.get(item.name) ?? fold(`${title} ${item.text} ${item.element.querySelector('.checklist-role')?.textContent ?? ''}`);
    this.folded.set(item.name, own);
    return value?.owner || value?.note ? `${own} ${fold(`${value.owner ?? ''} ${value.note ?? ''}`)}` : own;
  }
}

/** @param {PlanLine} line @param {string} asked */
function hasState({value, view}, asked) {
  if (asked === 'open') return !isSettled(value);
  if (asked === 'blocked') return view.facts.blockedBy.length > 0;
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
