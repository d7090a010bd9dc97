// @ts-check
/** What is new or gone in a list since the reader's last visit, told once and put away by a button.
 *
 * Which items a reader knows is kept under `seen:<list>` (`state`: ids known, `gone`: ids known to be gone), written
 * together with the reader's own actions only. */

import {button, make} from './plan-elements.js';

/**
 * @typedef {import('./plan-model.js').List} List
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {import('./store.js').ProgressStore} ProgressStore
 */

/** Return ids that are new and ids that are gone; nothing before the reader's first action.
 * @param {ProgressStore} store @param {List} list */
export function newsOf(store, list) {
  const seen = store.get(`seen:${list.id}`);
  if (!seen) return {fresh: new Set(), gone: []};
  const [known, told] = [idsIn(seen.state), idsIn(seen.gone)];
  const here = new Set(list.items.map((item) => item.id));
  // What only got another id, or was split, is neither new nor gone: the old state goes over to its heirs.
  const heirs = new Set(list.retired.flatMap((entry) => entry.replaced_by));
  const replaced = new Set(list.retired.filter((entry) => entry.replaced_by.length).map((entry) => entry.item));
  const fresh = [...here].filter((id) => !known.has(id) && !heirs.has(id) && store.get(`item:${list.id}:${id}`) === null);
  return {fresh: new Set(fresh), gone: [...known].filter((id) => !here.has(id) && !told.has(id) && !replaced.has(id))};
}

/** Note which items the reader knows; `all` puts the news away. @param {ProgressStore} store @param {List} list @param {boolean} all */
export function noteSeen(store, list, all) {
  const name = `seen:${list.id}`;
  const seen = store.get(name);
  if (store.isLocked(name) || (seen && !all)) return;
  const here = list.items.map((item) => item.id);
  const known = [...idsIn(seen?.state)];
  const gone = known.filter((id) => !here.includes(id));
  store.put(name, {state: [...new Set([...known, ...here])].join(' '), gone: gone.join(' ')});
}

/** @param {unknown} text @returns {Set<string>} */
function idsIn(text) {
  return new Set(typeof text === 'string' ? text.split(' ').filter(Boolean) : []);
}

/** Return the box that tells the news. @param {ProgressStore} store @param {List} list @param {Words} words
 * @param {() => void} putAway */
export function drawNews(store, list, words, putAway) {
  const {fresh, gone} = newsOf(store, list);
  if (!fresh.size && !gone.length) return null;
  const box = make('div', {class: 'checklist-news'}, make('p', {}, words.text('since-last-visit')));
  const lines = make('ul');
  if (fresh.size) lines.append(make('li', {}, words.count('news-new', fresh.size)));
  if (gone.length) lines.append(make('li', {}, words.count('news-gone', gone.length), goneTexts(store, list, gone, words)));
  box.append(lines, button(words.text('news-seen'), putAway));
  return box;
}

/** Retired items whose wording is still known, with the state they had.
 * @param {ProgressStore} store @param {List} list @param {string[]} gone @param {Words} words */
function goneTexts(store, list, gone, words) {
  const lines = make('ul');
  for (const id of gone) {
    const value = store.get(`item:${list.id}:${id}`);
    if (!value?.text) continue;
    const text = make('span', value.lang ? {lang: value.lang} : {}, value.text);
    lines.append(make('li', {}, text, ` (${words.text(`state-${value.state}`)})`));
  }
  return lines;
}
