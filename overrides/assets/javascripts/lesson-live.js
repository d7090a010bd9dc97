// @ts-check
/** A lesson that remembers: begun, done, and how many of its questions are answered.
 *
 * Answering every question does not mark a lesson as done: the exercises are half of it, and only the reader knows
 * whether they are done. The page then offers it. */

import {make, setText} from './plan-elements.js';
import {loadLearningWords, placeOf} from './learning-place.js';
import {placeMessages} from './plan-messages.js';
import {dayOf} from './learning-time.js';
import {store} from './store.js';

/** @typedef {import('./lesson.js').LessonElement} LessonElement */

/** Make a lesson live. @param {LessonElement} element */
export async function enlivenLesson(element) {
  const words = await loadLearningWords(element);
  placeMessages(words);
  const name = `lesson:${element.dataset.lesson}`;
  const button = /** @type {HTMLButtonElement} */ (element.querySelector('button'));
  const state = element.querySelector('.lesson-state') ?? element.appendChild(make('p', {class: 'lesson-state'}));
  const questions = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('colabora-question')]);
  const draw = () => {
    const value = store.get(name);
    const isDone = value?.state === 'done';
    const answered = questions.filter(({dataset}) => isAnswered(store.get(`question:${dataset.questionId}`), dataset.type)).length;
    const said = value?.state
      ? words.text(isDone ? 'done-on' : 'begun-on', {day: dayOf(value.at, words), version: value.version || '–'})
      : '';
    const count = questions.length ? words.count('answered', answered, {total: words.number.format(questions.length)}) : '';
    const offer = !isDone && questions.length > 0 && answered === questions.length ? words.text('offer') : '';
    setText(state, [said, answered ? count : '', offer].filter(Boolean).join(' '));
    setText(button, words.text(isDone ? 'lesson-undo' : 'lesson-done'));
    element.dataset.state = value?.state ?? '';
  };
  const toggle = () => {
    store.put(name, {state: store.get(name)?.state === 'done' ? 'begun' : 'done', ...placeOf(words)});
  };
  button.addEventListener('click', toggle);
  store.addEventListener('change', draw);
  draw();
  // Only now: what is there before it becomes a status is not announced.
  state.setAttribute('role', 'status');
  if (element.isPressed) toggle();
  element.dataset.live = '';
}

/** Tell whether a question has been checked or, if it is a reflection, written on.
 * @param {import('./plan-value.js').Value | null} value @param {string | undefined} type */
export function isAnswered(value, type) {
  return type === 'reflection' ? Boolean(value?.state) : typeof value?.right === 'boolean';
}
