// @ts-check
/** One item of a checklist in the page: its box, its state, who does it, when, and a note. */

import {isDay} from './plan-dates.js';
import {choice, freshId, labelled, make, setText} from './plan-elements.js';
import {wordingOf} from './plan-model.js';
import {STATES} from './plan-value.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-model.js').Item} Item
 * @typedef {import('./plan-model.js').PageItem} PageItem
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {{value: Value | null, due: string, isLocked: boolean, needsLook: boolean, blockedBy: Item[]}} Facts
 */

export class ItemView {
  /** @param {PageItem} item @param {Words} words @param {(item: PageItem, changes: Partial<Value>) => void} change */
  constructor(item, words, change) {
    this.item = item;
    this.words = words;
    this.change = change;
    /** @type {Facts} */
    this.facts = {value: null, due: '', isLocked: false, needsLook: false, blockedBy: []};
    this.language = item.element.lang && item.element.lang !== words.locale ? {lang: words.locale} : {};
    this.needsPlace = item.element.querySelector('.checklist-needs');
    this.needsText = this.needsPlace?.textContent ?? '';
    this.isNew = false;
    /** @type {HTMLElement | null} */
    this.badge = null;
    this.dueText = item.element.querySelector('.checklist-due')?.textContent ?? '';
    this.#build();
  }

  #build() {
    const {element, box} = this.item;
    this.mine = make('p', {class: 'item-mine', hidden: true, ...this.language});
    this.note = make('p', {class: 'item-note', hidden: true, dir: 'auto'});
    this.changed = make('div', {class: 'item-changed', hidden: true, ...this.language});
    this.more = make('details', {class: 'item-more', ...this.language}, this.#summary());
    // Built only when opened: five hundred forms would cost a slow phone a second.
    this.more.addEventListener('toggle', () => this.more?.open && this.#buildForm());
    element.append(this.mine, this.note, this.changed, this.more);
    box.addEventListener('change', () => this.set({state: box.checked ? 'done' : 'todo'}));
  }

  #summary() {
    const label = this.item.element.querySelector('label');
    if (label) label.id ||= freshId();
    const text = this.words.text('more-about');
    return make('summary', {'aria-label': text, 'aria-describedby': label?.id ?? '', title: text});
  }

  #buildForm() {
    if (this.form) return;
    const [words, value] = [this.words, this.facts.value];
    const state = choice(STATES.map((s) => [s, words.text(`state-${s}`)]), value?.state ?? 'todo');
    const owner = make('input', {type: 'text', maxlength: '200', autocomplete: 'off', dir: 'auto'});
    const due = make('input', {type: 'date'});
    const note = make('textarea', {rows: '3', maxlength: '20000', dir: 'auto'});
    state.addEventListener('change', () => this.set({state: state.value}));
    owner.addEventListener('input', () => this.set({owner: owner.value}));
    note.addEventListener('input', () => this.set({note: note.value}));
    due.addEventListener('input', () => (due.value === '' || isDay(due.value)) && this.set({due: due.value}));
    this.form = {state, owner, due, note};
    this.more?.append(
      labelled(words.text('state'), state),
      labelled(words.text('owner'), owner),
      labelled(words.text('due'), due),
      labelled(words.text('note'), note),
    );
    this.#drawForm();
  }

  /** Change fields on the reader's behalf. @param {Partial<Value>} changes */
  set(changes) {
    const wording = 'state' in changes || !this.facts.value?.digest ? wordingOf(this.item) : {};
    this.change(this.item, {...changes, ...wording});
  }

  /** Show what is stored. @param {Facts} facts */
  draw(facts) {
    this.facts = facts;
    const {element, box} = this.item;
    const state = facts.value?.state ?? 'todo';
    box.checked = state === 'done';
    box.indeterminate = state === 'doing';
    box.disabled = facts.isLocked;
    element.dataset.state = state;
    element.toggleAttribute('data-blocked', facts.blockedBy.length > 0);
    this.#drawMine(state);
    this.#drawDue();
    this.#drawChanged(state);
    if (this.form) this.#drawForm();
  }

  /** @param {string} state */
  #drawMine(state) {
    const {value, due} = this.facts;
    const parts = [
      state === 'doing' || state === 'not-needed' ? this.words.text(`state-${state}`) : '',
      value?.owner ?? '',
      value?.due ? this.words.text('due-day', {day: this.words.day(due)}) : '',
      this.needsPlace ? '' : this.#waiting(),
    ];
    show(this.mine, parts.filter(Boolean).join(' · '));
    show(this.note, value?.note ?? '');
    if (this.needsPlace) setText(this.needsPlace, this.#waiting() || this.needsText);
  }

  /** What it waits for: of all that has to be done first, what is still open. */
  #waiting() {
    const names = this.facts.blockedBy.map((item) => this.words.text('quoted', {text: item.text}));
    return names.length ? this.words.text('waits-for', {items: names.join(', ')}) : '';
  }

  #drawDue() {
    const place = this.item.element.querySelector('.checklist-due');
    if (!place) return;
    const {value, due} = this.facts;
    const counted = due && !value?.due ? `${this.words.day(due)} (${this.dueText})` : this.dueText;
    setText(place, counted);
  }

  #drawForm() {
    const [form, value] = [this.form, this.facts.value];
    if (!form) return;
    /** @type {Record<keyof typeof form, string>} */
    const contents = {state: value?.state ?? 'todo', owner: value?.owner ?? '', due: value?.due ?? '', note: value?.note ?? ''};
    for (const [name, control] of Object.entries(form)) {
      const content = contents[/** @type {keyof typeof form} */ (name)];
      control.disabled = this.facts.isLocked;
      // What a reader is typing is not pulled away by another tab.
      if (control.value !== content && (control !== document.activeElement || name === 'state')) control.value = content;
    }
  }

  /** Show the old wording beside the new one, or ask to look again. @param {string} state */
  #drawChanged(state) {
    const {value, needsLook, isLocked} = this.facts;
    const place = /** @type {HTMLElement} */ (this.changed);
    const isReworded = Boolean(value?.digest) && value?.digest !== this.item.digest && state !== 'todo' && !this.#readsTheSame();
    const kind = isLocked ? '' : needsLook ? 'look' : isReworded ? `reworded ${value?.digest}` : '';
    if (place.dataset.kind === kind) return;
    place.dataset.kind = kind;
    place.hidden = !kind;
    place.replaceChildren(...(kind === 'look' ? [make('p', {}, this.words.text('look-again'))] : kind ? this.#wordings() : []));
    if (kind) place.append(this.#answers(state));
  }

  /** A translation that has not followed yet shows the same text: there is nothing to compare. */
  #readsTheSame() {
    const value = this.facts.value;
    return value?.lang === this.item.lang && value?.text === wordingOf(this.item).text;
  }

  #wordings() {
    const value = this.facts.value;
    const pairs = make('dl', {class: 'item-wordings'});
    if (value?.text) {
      const old = make('dd', value.lang ? {lang: value.lang} : {}, make('del', {}, value.text));
      pairs.append(make('div', {}, make('dt', {}, this.words.text('wording-old')), old));
    }
    const now = make('dd', this.item.lang ? {lang: this.item.lang} : {}, make('ins', {}, this.item.text));
    pairs.append(make('div', {}, make('dt', {}, this.words.text('wording-new')), now));
    return [make('p', {}, this.words.text('reworded')), pairs];
  }

  /** @param {string} state */
  #answers(state) {
    const keep = make('button', {type: 'button'}, this.words.text('still-right', {state: this.words.text(`state-${state}`)}));
    const reopen = make('button', {type: 'button'}, this.words.text('reopen'));
    const answer = (/** @type {string} */ chosen) => {
      this.set({state: chosen});
      this.item.box.focus();
    };
    keep.addEventListener('click', () => answer(state));
    reopen.addEventListener('click', () => answer('todo'));
    return make('p', {class: 'item-answers'}, keep, reopen);
  }

  /** Mark the item as new, or no longer. @param {boolean} isNew */
  markNew(isNew) {
    if (isNew === this.isNew) return;
    this.isNew = isNew;
    this.badge ??= make('span', {class: 'item-new', ...this.language}, this.words.text('new'));
    this.item.element.toggleAttribute('data-new', isNew);
    if (isNew && !this.badge.isConnected) this.item.element.querySelector('label')?.after(this.badge);
    else if (!isNew) this.badge.remove();
  }
}

/** @param {HTMLElement | undefined} place @param {string} text */
function show(place, text) {
  if (!place) return;
  setText(place, text);
  place.hidden = text === '';
}
