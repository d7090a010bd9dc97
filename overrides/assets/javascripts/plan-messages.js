// @ts-check
/** The one place of a page that says where ticks are kept, and what went wrong. */

import {button, make} from './plan-elements.js';
import {store} from './store.js';

/** @typedef {import('./plan-words.js').Words} Words */

/** @type {{place: HTMLElement, words: Words, drawn: string} | null} */
let board = null;

/** Make the place for messages, over the end of the screen so that nothing moves; later calls change nothing.
 * @param {Words} words */
export function placeMessages(words) {
  if (board) return;
  const place = make('div', {class: 'plan-messages', role: 'status', lang: words.locale});
  board = {place, words, drawn: ''};
  document.body.append(place);
  store.addEventListener('trouble', drawTrouble);
  drawTrouble();
}

function drawTrouble() {
  if (!board) return;
  const {place, words} = board;
  const state = `${store.trouble} ${store.setAside.length}`;
  if (board.drawn === state) return;
  board.drawn = state;
  place.querySelectorAll('[data-trouble]').forEach((old) => old.remove());
  if (store.trouble) {
    const actions = store.trouble === 'read-only' ? [] : [button(words.text('save-file'), saveFile)];
    place.append(message(words.text(`trouble-${store.trouble}`), actions, store.trouble));
  }
  if (store.setAside.length) place.append(message(words.count('trouble-set-aside', store.setAside.length), [], 'set-aside'));
}

/** @param {string} text @param {Node[]} actions @param {string} trouble */
function message(text, actions, trouble) {
  return closable(make('div', {class: 'plan-message', 'data-trouble': trouble}, make('p', {}, text), ...actions));
}

/** Say what happened, in place of what was said before. @param {string} text @param {Node[]} [actions] @param {string} [kind] */
export function say(text, actions = [], kind = 'done') {
  if (!board) return;
  const {place} = board;
  place.querySelectorAll('[data-said]').forEach((old) => old.remove());
  place.append(closable(make('div', {class: 'plan-message', 'data-said': kind}, make('p', {}, text), ...actions)));
}

/** @param {HTMLElement} shown */
function closable(shown) {
  shown.append(button(board?.words.text('close') ?? '', () => shown.remove()));
  return shown;
}

async function saveFile() {
  const [{entriesToJson}, {download}] = await Promise.all([import('./exchange-json.js'), import('./exchange-download.js')]);
  download(entriesToJson(store.entries()), 'json');
}
