// @ts-check
/** Asking before anything is changed: what a file or link would change, item by item. */

import {button, freshId, make, setText} from './plan-elements.js';
import {OPENING_DAY} from './plan-value.js';

/**
 * @typedef {import('./exchange-merge.js').Change} Change
 * @typedef {import('./exchange-merge.js').Merge} Merge
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-words.js').Words} Words
 */

/** Ask a question in a dialog. @param {string} title @param {Node[]} content @param {[string, string | HTMLElement][]} answers
 * value and text; the last one is what closing the dialog means @returns {Promise<string>} */
export function ask(title, content, answers) {
  const id = freshId();
  const dialog = make('dialog', {class: 'plan-dialog', 'aria-labelledby': id}, make('h2', {id}, title), ...content);
  const row = make('p', {class: 'plan-answers'});
  for (const [value, text] of answers) {
    const answer = typeof text === 'string' ? button(text, () => {}) : text;
    answer.addEventListener('click', () => dialog.close(value));
    row.append(answer);
  }
  dialog.append(row);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue || answers[answers.length - 1][0]);
    });
  });
}

/** Show what would change and return what the reader wants of it, or null.
 * @param {Merge & {unread?: number}} merge @param {Words} words @param {{title: string, items: Map<string, import('./plan-model.js').Item>}} shown
 * @returns {Promise<Map<string, Value> | null>} */
export async function previewChanges(merge, words, {title, items}) {
  const visible = merge.changes.filter((change) => differences(change, words).length);
  const silent = merge.changes.filter((change) => !visible.includes(change));
  const boxes = new Map(visible.map((change) => [change, make('input', {type: 'checkbox', checked: true})]));
  const apply = make('button', {type: 'button', class: 'plan-primary'});
  const count = () => {
    const chosen = [...boxes.values()].filter((box) => box.checked).length;
    setText(apply, words.count('preview-apply', chosen));
    apply.disabled = chosen === 0;
  };
  count();
  const list = make('ul', {class: 'plan-changes'}, ...visible.map((change) => changeElement(change, /** @type {HTMLInputElement} */ (boxes.get(change)), words, items)));
  list.addEventListener('change', count);
  const content = [...summaries(merge, visible.length, silent.length, words), ...(visible.length ? [list] : [])];
  /** @type {[string, string | HTMLElement][]} */
  const answers = visible.length ? [['apply', apply], ['', words.text('preview-cancel')]] : [['', words.text('close')]];
  if ((await ask(title, content, answers)) !== 'apply') return null;
  const chosen = visible.filter((change) => boxes.get(change)?.checked);
  return new Map([...chosen, ...silent].map(({name, after}) => [name, after]));
}

/** @param {Merge & {unread?: number}} merge @param {number} visible @param {number} silent @param {Words} words */
function summaries({older, same, unread = 0}, visible, silent, words) {
  const lines = [
    visible ? words.count('preview-changes', visible) : words.text('preview-nothing'),
    older ? words.count('preview-older', older) : '',
    same + silent ? words.count('preview-same', same + silent) : '',
    unread ? words.count('preview-unread', unread) : '',
  ];
  return lines.filter(Boolean).map((line) => make('p', {}, line));
}

/** @param {Change} change @param {HTMLInputElement} box @param {Words} words @param {Map<string, import('./plan-model.js').Item>} items */
function changeElement(change, box, words, items) {
  box.id = freshId();
  const item = items.get(change.name);
  const name = item?.text ?? change.after.text ?? nameOf(change.name, words);
  const language = item?.lang ?? change.after.lang;
  const label = make('label', {for: box.id, ...(language ? {lang: language} : {})}, name);
  const lines = differences(change, words).map(([field, before, after]) => make('li', {}, `${field}: `, make('del', {dir: 'auto'}, before), ' → ', make('ins', {dir: 'auto'}, after)));
  return make('li', {}, box, label, make('ul', {}, ...lines));
}

/** Name an entry that the plan does not show. @param {string} entry @param {Words} words */
function nameOf(entry, words) {
  if (entry === OPENING_DAY) return words.text('opening-day');
  const [kind, ...rest] = entry.split(':');
  const key = `entry-${kind}`;
  return key in words.texts ? words.text(key, {name: rest.join(' · ')}) : words.text('other-entry', {name: entry});
}

/** @param {Value | null} value @param {boolean} isDay @param {Words} words */
function stateText(value, isDay, words) {
  if (!value?.state) return '–';
  if (isDay) return words.day(value.state);
  return Array.isArray(value.state) ? value.state.join(', ') : String(value.state);
}

/** What a reader sees differ: field, before, after. @param {Change} change @param {Words} words @returns {[string, string, string][]} */
function differences({name, before, after}, words) {
  if (name.startsWith('seen:')) return [];
  if (!name.startsWith('item:')) {
    const isSame = JSON.stringify(before?.state) === JSON.stringify(after.state);
    const [old, now] = [before, after].map((value) => stateText(value, name === OPENING_DAY, words));
    return isSame ? [] : [[words.text('state'), old, now]];
  }
  /** @type {[string, (value: Value | null) => string][]} */
  const fields = [
    [words.text('state'), (value) => words.text(`state-${value?.state ?? 'todo'}`)],
    [words.text('owner'), (value) => value?.owner || '–'],
    [words.text('due'), (value) => (value?.due ? words.day(value.due) : '–')],
    [words.text('note'), (value) => value?.note || '–'],
  ];
  return fields
    .map(([field, read]) => /** @type {[string, string, string]} */ ([field, read(before), read(after)]))
    .filter(([, one, other]) => one !== other);
}
