// @ts-check
/** Where one learns: which lesson this page is, in which version and language, and that it has been begun. */

import {loadWords} from './plan-words.js';
import {store} from './store.js';

/** @typedef {import('./plan-words.js').Words} Words */

/** Return the words of questions, lessons and messages, in the language around an element; one that is in another
 * language than the page is answered in the page's. @param {HTMLElement} element @param {HTMLElement | null} [around] */
export function loadLearningWords(element, around = element.parentElement) {
  return loadWords(around ?? element, 'checklist', 'quiz', 'learning');
}

/** Return what is kept beside an answer: the language it was given in and the version of the site. @param {Words} words */
export function placeOf(words) {
  return {lang: words.locale, version: lessonElement()?.dataset.version ?? ''};
}

/** Return the lesson's element, if the page is a lesson. @returns {HTMLElement | null} */
export function lessonElement() {
  return document.querySelector('colabora-lesson');
}

/** Keep that the lesson of this page has been begun, at the reader's first own action. @param {Words} words */
export function begin(words) {
  const lesson = /** @type {import('./lesson.js').LessonElement | null} */ (lessonElement());
  void lesson?.wake?.();
  const name = lesson?.dataset.lesson;
  if (name && !store.get(`lesson:${name}`)?.state) store.put(`lesson:${name}`, {state: 'begun', ...placeOf(words)});
}
