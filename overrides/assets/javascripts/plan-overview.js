// @ts-check
/** The plan at a glance: how far it is, the opening day, each stage's progress, what comes next. */

import {daysBetween, isDay, today} from './plan-dates.js';
import {button, labelled, make, setText} from './plan-elements.js';
import {isSettled} from './plan-model.js';
import {OPENING_DAY} from './plan-value.js';
import {store} from './store.js';

/**
 * @typedef {import('./my-plan.js').PlanLine} PlanLine
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {{slug: string, number: number, title: string, lang?: string}} Stage
 */

const MOST_NEXT = 5;

export class PlanOverview {
  /** @param {Words} words @param {Stage[]} stages @param {() => void} showAll */
  constructor(words, stages, showAll) {
    this.words = words;
    this.stages = stages;
    this.showAll = showAll;
    this.summary = make('p', {class: 'plan-summary'});
    this.countdown = make('p', {class: 'plan-countdown'});
    this.day = make('input', {type: 'date'});
    this.progress = make('ol', {class: 'plan-stages'});
    this.next = make('ol', {class: 'plan-next'});
    this.waiting = make('p', {class: 'plan-waiting'});
    /** @type {Map<string, {bar: HTMLProgressElement, text: HTMLElement}>} */
    this.bars = new Map();
    this.drawn = '';
    this.element = this.#build();
  }

  #build() {
    const words = this.words;
    this.day.addEventListener('input', () => (this.day.value === '' || isDay(this.day.value)) && this.#choose(this.day.value));
    this.clear = button(words.text('opening-day-clear'), () => this.#choose(''));
    const title = make('h2', {id: 'plan-glance'}, words.text('glance'));
    const day = make('div', {class: 'plan-day'}, labelled(words.text('opening-day'), this.day), this.clear, this.countdown);
    return make('section', {class: 'plan-overview', 'aria-labelledby': 'plan-glance'}, title, this.summary, day,
      make('h3', {}, words.text('progress')), this.progress,
      make('h3', {}, words.text('next')), this.next, this.waiting);
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

  /** @param {PlanLine[]} lines */
  #drawStages(lines) {
    for (const stage of this.stages) {
      const own = lines.filter(({slug}) => slug === stage.slug);
      if (!own.length) continue;
      const [done, settled] = [own.filter(({value}) => value?.state === 'done').length, own.filter(({value}) => isSettled(value)).length];
      const {bar, text} = this.bars.get(stage.slug) ?? this.#addStage(stage);
      bar.max = own.length;
      bar.value = settled;
      setText(text, this.words.count('count', done, {total: this.words.number.format(own.length)}));
      paint(stage.slug, settled / own.length);
    }
  }

  /** @param {Stage} stage */
  #addStage({slug, number, title, lang}) {
    const language = lang ? {lang} : {};
    const link = make('a', {href: `#stage--${slug}`}, `${number} · `, make('span', language, title));
    const made = {bar: make('progress', {'aria-label': title, ...language}), text: make('span', {class: 'plan-stage-count'})};
    this.progress.append(make('li', {'data-stage': slug}, link, made.bar, made.text));
    this.bars.set(slug, made);
    return made;
  }

  /** @param {PlanLine[]} lines */
  #drawNext(lines) {
    const open = lines.filter(({value}) => !isSettled(value));
    const waiting = open.filter(({view}) => view.facts.blockedBy.length).length;
    // Where dates are equal or missing the order of the page decides: sorting keeps it.
    const next = open.filter(({view}) => !view.facts.blockedBy.length).sort((a, b) => order(a) - order(b));
    const shown = next.slice(0, MOST_NEXT);
    const key = shown.map(({item, due, value}) => `${item.name} ${due} ${value?.state} ${value?.owner}`).join();
    if (this.drawn !== key) this.next.replaceChildren(...shown.map((line) => this.#nextItem(line)));
    this.drawn = key;
    this.next.hidden = shown.length === 0;
    setText(this.waiting, waiting ? this.words.count('waiting', waiting) : shown.length ? '' : this.words.text('next-none'));
  }

  /** @param {PlanLine} line */
  #nextItem({item, title, due, value}) {
    const link = make('a', {href: `#${item.element.id}`, ...(item.lang ? {lang: item.lang} : {})}, item.text);
    link.addEventListener('click', () => this.showAll());
    const isLate = due !== '' && due < today();
    const when = due ? this.words.text(isLate ? 'overdue' : 'due-day', {day: this.words.day(due)}) : '';
    const facts = [title, when, value?.owner ?? '', value?.state === 'doing' ? this.words.text('state-doing') : ''].filter(Boolean);
    return make('li', isLate ? {class: 'plan-late'} : {}, link, make('span', {class: 'plan-facts'}, facts.join(' · ')));
  }
}

/** A number that grows with the day; without a day, the end. @param {PlanLine} line */
function order({due}) {
  return due ? Number(due.replaceAll('-', '')) : Infinity;
}

/** Show a stage's progress on the path drawing of the page, if there is one. @param {string} slug @param {number} share */
function paint(slug, share) {
  for (const part of document.querySelectorAll(`svg [data-stage="${CSS.escape(slug)}"]`)) {
    part.setAttribute('data-progress', share === 1 ? 'all' : share > 0 ? 'some' : 'none');
  }
}
