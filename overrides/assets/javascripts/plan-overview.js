// @ts-check
/** The plan at a glance: how far it is, the opening day, each stage's progress, what comes next. */

import {countText} from './checklist-live.js';
import {daysBetween, isDay, today} from './plan-dates.js';
import {make, setText} from './plan-elements.js';
import {isSettled} from './plan-model.js';
import {OPENING_DAY} from './plan-value.js';
import {store} from './store.js';

/**
 * @typedef {import('./plan-lines.js').PlanLine} PlanLine
 * @typedef {import('./plan-lines.js').Stage} Stage
 * @typedef {import('./plan-words.js').Words} Words
 */

const MOST_NEXT = 5;

export class PlanOverview {
  /** @param {HTMLElement} plan @param {Words} words @param {Stage[]} stages @param {(name: string) => unknown} reveal */
  constructor(plan, words, stages, reveal) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (plan.querySelector(selector));
    this.plan = plan;
    this.words = words;
    this.stages = stages;
    this.reveal = reveal;
    this.summary = part('.plan-summary');
    this.countdown = part('.plan-countdown');
    this.day = /** @type {HTMLInputElement} */ (part('.plan-day input'));
    this.clear = /** @type {HTMLButtonElement} */ (part('.plan-day button'));
    this.next = part('.plan-next');
    this.waiting = part('.plan-waiting');
    this.drawn = '';
    this.#listen();
  }

  #listen() {
    const choose = () => (this.day.value === '' || isDay(this.day.value)) && this.#choose(this.day.value);
    this.day.addEventListener('input', choose);
    this.clear.addEventListener('click', () => this.#choose(''));
    // Chosen before the plan was awake.
    if (isDay(this.day.value)) this.#choose(this.day.value);
  }

  /** @param {string} day */
  #choose(day) {
    store.put(OPENING_DAY, {state: day});
    if (day === '') this.day.focus();
  }

  /** @param {PlanLine[]} lines */
  draw(lines) {
    const day = store.get(OPENING_DAY)?.state ?? '';
    this.#drawDay(day);
    this.#drawSummary(lines);
    this.#drawStages(lines);
    this.#drawNext(lines);
  }

  /** @param {string} day */
  #drawDay(day) {
    if (this.day.value !== day && this.day !== document.activeElement) this.day.value = day;
    this.day.disabled = store.isLocked(OPENING_DAY);
    if (this.clear) this.clear.hidden = day === '' || this.day.disabled;
    const left = day ? daysBetween(today(), day) : 0;
    const key = left > 0 ? 'days-to-go' : 'days-open';
    const text = !day ? this.words.text('opening-day-hint') : left === 0 ? this.words.text('opens-today') : this.words.count(key, Math.abs(left));
    setText(this.countdown, text);
  }

  /** @param {PlanLine[]} lines */
  #drawSummary(lines) {
    const number = (/** @type {string} */ state) => lines.filter(({value}) => value?.state === state).length;
    const [done, doing, spared] = ['done', 'doing', 'not-needed'].map(number);
    const total = this.words.number.format(lines.length);
    if (lines.length && done + spared === lines.length) return setText(this.summary, this.words.text('finished', {total}));
    if (done + doing + spared === 0) return setText(this.summary, this.words.text('empty'));
    const parts = [this.words.count('count', done, {total})];
    if (doing) parts.push(this.words.count('count-doing', doing));
    if (spared) parts.push(this.words.count('count-not-needed', spared));
    setText(this.summary, parts.join(' · '));
  }

  /** Show each stage's progress beside its heading and on the path. @param {PlanLine[]} lines */
  #drawStages(lines) {
    for (const {slug} of this.stages) {
      const own = lines.filter((line) => line.slug === slug);
      if (!own.length) continue;
      const states = own.map(({value}) => value?.state ?? 'todo');
      const settled = own.filter(({value}) => isSettled(value)).length;
      this.#drawStone(slug, settled, own.length);
      const place = this.plan.querySelector(`section[data-stage="${CSS.escape(slug)}"] .plan-stage-count`);
      if (place) setText(place, settled ? countText(states, this.words) : '');
    }
  }

  /** @param {string} slug @param {number} settled @param {number} total */
  #drawStone(slug, settled, total) {
    const stone = this.plan.querySelector(`svg [data-stage="${CSS.escape(slug)}"]`);
    stone?.setAttribute('data-progress', settled === total ? 'all' : settled ? 'some' : 'none');
    stone?.querySelector('.stone-done')?.setAttribute('stroke-dasharray', `${(100 * settled) / total} 100`);
    const count = stone?.querySelector('.stone-count');
    if (count) setText(count, `${this.words.number.format(settled)}/${this.words.number.format(total)}`);
  }

  /** @param {PlanLine[]} lines */
  #drawNext(lines) {
    const open = lines.filter(({value}) => !isSettled(value));
    const waiting = open.filter(({blockedBy}) => blockedBy.length).length;
    // Where dates are equal or missing the order of the page decides: sorting keeps it.
    const next = open.filter(({blockedBy}) => !blockedBy.length).sort((a, b) => order(a) - order(b));
    const shown = next.slice(0, MOST_NEXT);
    const key = shown.map(({item, due, value}) => `${item.name} ${due} ${value?.state} ${value?.owner}`).join();
    if (this.drawn !== key) this.next.replaceChildren(...shown.map((line) => this.#nextItem(line)));
    this.drawn = key;
    this.next.hidden = shown.length === 0;
    setText(this.waiting, waiting ? this.words.count('waiting', waiting) : shown.length ? '' : this.words.text('next-none'));
  }

  /** @param {PlanLine} line */
  #nextItem({item, title, due, value}) {
    const link = make('a', {href: `#item--${item.list}--${item.id}`, lang: item.lang === this.words.locale ? undefined : item.lang}, item.text);
    // The item has to be there before the browser goes to it.
    link.addEventListener('click', () => this.reveal(item.name));
    const isLate = due !== '' && due < today();
    const when = due ? this.words.text(isLate ? 'overdue' : 'due-day', {day: this.words.day(due)}) : '';
    const facts = [when, title, value?.owner ?? '', value?.state === 'doing' ? this.words.text('state-doing') : ''].filter(Boolean);
    return make('li', {class: isLate && 'plan-late'}, link, make('span', {class: 'plan-facts'}, facts.join(' · ')));
  }
}

/** A number that grows with the day; without a day, the end. @param {PlanLine} line */
function order({due}) {
  return due ? Number(due.replaceAll('-', '')) : Infinity;
}
