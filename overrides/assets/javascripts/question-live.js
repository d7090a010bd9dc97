// @ts-check
/** A question that keeps its answer, says what is right about it, and lets the reader try again. */

import {button, make} from './plan-elements.js';
import {begin, placeOf, loadLearningWords} from './learning-place.js';
import {placeMessages} from './plan-messages.js';
import {inputsOf, judge, readAnswer, showAnswer} from './question-answer.js';
import {store} from './store.js';

/**
 * @typedef {import('./question.js').QuestionElement} QuestionElement
 * @typedef {import('./question-answer.js').Answer} Answer
 * @typedef {import('./question-answer.js').Verdict} Verdict
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-words.js').Words} Words
 */

/** Make a question live. @param {QuestionElement} element */
export async function enlivenQuestion(element) {
  const words = await loadLearningWords(element);
  placeMessages(words);
  const live = new LiveQuestion(element, words);
  if (element.isTouched) live.change();
  if (element.isPressed) live.check();
  element.dataset.live = '';
}

class LiveQuestion {
  /** @param {QuestionElement} element @param {Words} words */
  constructor(element, words) {
    this.element = element;
    this.words = words;
    this.name = `question:${element.dataset.questionId}`;
    /** What was answered here where the store takes nothing. @type {Value | null} */
    this.own = null;
    this.actions = element.querySelector('.question-actions');
    this.result = make('div', {class: 'question-result', id: `result--${element.id}`, lang: words.locale});
    this.again = button(words.text('again'), () => this.#tryAgain(), {hidden: ''});
    if (element.dataset.check && element.dataset.type !== 'reflection') {
      this.actions?.append(this.again);
      this.actions?.after(this.result);
      this.actions?.querySelector('button')?.addEventListener('click', () => this.check());
    }
    element.addEventListener('input', () => this.change());
    store.addEventListener('change', (event) => this.#hear(/** @type {CustomEvent} */ (event).detail.names));
    if (!element.isTouched) this.#draw();
    // Only now: what is there before it becomes a status is not announced.
    this.result.setAttribute('role', 'status');
  }

  /** Keep what the reader has entered; it has to be checked anew. */
  change() {
    this.#put({state: readAnswer(this.element), right: undefined});
  }

  /** Say what is right about the answer. The focus stays where it is. */
  check() {
    const answer = readAnswer(this.element);
    const verdict = judge(this.element, answer);
    if (verdict.isWhole) return this.#put({state: answer, right: verdict.isRight});
    const key = {number: 'write', order: 'order'}[this.element.dataset.type ?? ''] ?? 'choose';
    this.#say([make('p', {class: 'question-hint'}, this.words.text(key, {count: inputsOf(this.element).length}))]);
  }

  #tryAgain() {
    showAnswer(this.element, '');
    this.#put({state: Array.isArray(readAnswer(this.element)) ? [] : '', right: undefined});
    const fold = this.element.querySelector('details');
    if (fold) fold.open = false;
    inputsOf(this.element)[0]?.focus();
  }

  /** @param {Record<string, unknown>} changes */
  #put(changes) {
    const value = {...changes, ...placeOf(this.words)};
    const outcome = store.put(this.name, value);
    this.own = outcome.kept || outcome.why !== 'read-only' ? null : /** @type {Value} */ ({at: 0, ...value});
    if (outcome.kept || outcome.why !== 'read-only') begin(this.words);
    this.#draw();
  }

  /** @param {string[] | null} names */
  #hear(names) {
    if (names === null || names.includes(this.name)) this.#draw();
  }

  #draw() {
    const value = this.own ?? store.get(this.name);
    // Nothing stored: a browser may have brought back what was entered before, and that may stay.
    if (value || this.wasDrawn) showAnswer(this.element, value?.state);
    this.wasDrawn ||= value !== null;
    const isChecked = typeof value?.right === 'boolean';
    this.again.hidden = !isChecked;
    if (!isChecked) return this.#say([]);
    const answer = readAnswer(this.element);
    const verdict = judge(this.element, answer);
    this.#say(verdict.isWhole ? this.#told(verdict) : []);
  }

  /** @param {Verdict} verdict */
  #told(verdict) {
    const {words, element} = this;
    // Sign and word in one: a sign alone has no contrast that could be measured.
    const said = verdict.isRight ? `✓ ${words.text('right')}` : `✗ ${words.text('wrong')}`;
    const line = make('p', {class: 'question-verdict', 'data-right': String(verdict.isRight)}, make('strong', {}, said));
    const hint = verdict.isRight ? '' : this.#hint(verdict);
    const list = make('ul', {class: 'question-feedback'});
    for (const id of verdict.chosen) {
      const entry = element.querySelector(`.question-solution [data-feedback-for="${CSS.escape(id)}"]`)?.cloneNode(true);
      if (entry) list.append(entry);
    }
    if (element.lang) list.lang = element.lang;
    return [line, ...(hint ? [make('p', {class: 'question-hint'}, hint)] : []), ...(list.children.length ? [list] : [])];
  }

  /** @param {Verdict} verdict */
  #hint({missing, inPlace, tooLow}) {
    const {words, element} = this;
    const total = words.number.format(inputsOf(element).length);
    if (element.dataset.type === 'number') return words.text(tooLow ? 'low' : 'high');
    if (element.dataset.type === 'order') return words.count('place', inPlace, {total});
    return missing ? words.count('missing', missing) : '';
  }

  /** Show a result, and only if it differs, so that nothing is announced twice. @param {HTMLElement[]} content */
  #say(content) {
    const text = content.map((part) => part.textContent).join(' ');
    if (this.said === text) return;
    this.said = text;
    this.result.replaceChildren(...content);
  }
}
