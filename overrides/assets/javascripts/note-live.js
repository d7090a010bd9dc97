// @ts-check
/** A note that an exercise puts down: it is the note of an item of My plan, and stands there, too. */

import {begin, loadLearningWords} from './learning-place.js';
import {placeMessages} from './plan-messages.js';
import {store} from './store.js';

/** @typedef {import('./question.js').NoteElement} NoteElement */

/** Make a note live. @param {NoteElement} element */
export async function enlivenNote(element) {
  const words = await loadLearningWords(element);
  placeMessages(words);
  const {list, item, digest = '', text = '', lang = ''} = element.dataset;
  const name = `item:${list}:${item}`;
  const field = /** @type {HTMLTextAreaElement} */ (element.querySelector('textarea'));
  const draw = () => {
    const note = store.get(name)?.note ?? '';
    field.disabled = store.isLocked(name);
    // What a reader is typing is not pulled away by another tab.
    if (field !== document.activeElement && field.value !== note) field.value = note;
  };
  const keep = () => {
    const before = store.get(name);
    // The wording that was ticked stays with its tick; an item without one gets today's.
    store.put(name, {state: before?.state ?? 'todo', note: field.value, ...(before?.digest ? {} : {digest, text, lang})});
    begin(words);
  };
  field.addEventListener('input', keep);
  store.addEventListener('change', (event) => {
    const {names} = /** @type {CustomEvent} */ (event).detail;
    if (names === null || names.includes(name)) draw();
  });
  if (element.isTouched) keep();
  draw();
  element.dataset.live = '';
}
