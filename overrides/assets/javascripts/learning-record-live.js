// @ts-check
/** The learning record: lessons, questions, reflections and notes, as the store has them, with the course's titles. */

import {loadLearningWords} from './learning-place.js';
import {dayOf} from './learning-time.js';
import {isAnswered} from './lesson-live.js';
import {button, make} from './plan-elements.js';
import {placeMessages} from './plan-messages.js';
import {store} from './store.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {{id: string, title: string, lang?: string, type?: string, plan?: string}} Task
 * @typedef {{id: string, title: string, page: string, lang?: string, questions: Task[], exercises: Task[]}} Lesson
 * @typedef {{id: string, title: string, lang?: string, lessons: Lesson[]}} Module
 * @typedef {{title: string, lang?: string, href?: string, value: Value, state: string}} Line
 */

/** Show the record, now and whenever it changes. @param {HTMLElement} element */
export async function enlivenRecord(element) {
  const words = await loadLearningWords(element, element);
  placeMessages(words);
  const place = make('div', {class: 'record'});
  const modules = await titles(element.dataset.course ?? '');
  element.replaceChildren(...(modules ? [] : [make('p', {role: 'alert'}, words.text('record-failed'))]), place);
  const draw = () => place.replaceChildren(...record(modules ?? [], element.dataset.root ?? '', words));
  store.addEventListener('change', draw);
  draw();
  element.dataset.live = '';
}

/** Return the course's titles; null where they can't be fetched. @param {string} address @returns {Promise<Module[] | null>} */
async function titles(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? (await answer.json()).modules : null;
  } catch (fault) {
    // A file that can't be fetched is a TypeError in every browser.
    if (!(fault instanceof TypeError)) throw fault;
    return null;
  }
}

/** @param {Module[]} modules @param {string} root @param {Words} words @returns {HTMLElement[]} */
function record(modules, root, words) {
  const entries = store.entries();
  const lessons = modules.flatMap((module) => module.lessons.map((lesson) => ({...lesson, name: `${module.id}:${lesson.id}`})));
  const tasks = lessons.flatMap((lesson) => lesson.questions.map((task) => ({...task, href: `${root}${lesson.page}#${task.id}`})));
  const done = lessons.map((lesson) => line(entries.get(`lesson:${lesson.name}`), {...lesson, href: root + lesson.page}, (value) => stateText(value, words)));
  const isReflection = (/** @type {Task} */ task) => task.type === 'reflection';
  const checked = tasks.filter((task) => !isReflection(task)).map((task) => line(entries.get(`question:${task.id}`), task, (value) => verdictText(value, words)));
  const reflections = tasks.filter(isReflection).filter((task) => isAnswered(entries.get(`question:${task.id}`) ?? null, task.type));
  const notes = lessons.flatMap((lesson) => lesson.exercises.filter((task) => task.plan).map((task) => ({...task, href: `${root}${lesson.page}#${task.id}`, value: entries.get(`item:${task.plan?.replace('/', ':')}`)})));
  const sections = [
    table('record-lessons', [...present(done), ...unknown('lesson', entries, lessons.map(({name}) => name), words)], words),
    table('record-questions', present(checked), words),
    texts('record-reflections', reflections.map((task) => ({task, text: String(entries.get(`question:${task.id}`)?.state)})), words),
    texts('record-notes', notes.filter(({value}) => value?.note).map((task) => ({task, text: task.value?.note ?? ''})), words),
  ].filter((section) => section !== null);
  if (!sections.length) return [make('p', {}, words.text('record-empty'))];
  return [...sections, actions(words)];
}

/** @param {Value | undefined} value @param {{title: string, lang?: string, href?: string}} task @param {(value: Value) => string} say
 * @returns {Line | null} */
function line(value, {title, lang, href}, say) {
  return value?.state?.length ? {title, lang, href, value, state: say(value)} : null;
}

/** @param {(Line | null)[]} lines @returns {Line[]} */
function present(lines) {
  return lines.filter((one) => one !== null);
}

/** Lines of lessons that this version of the course does not have. @param {string} kind @param {Map<string, Value>} entries
 * @param {string[]} known @param {Words} words @returns {Line[]} */
function unknown(kind, entries, known, words) {
  const names = [...entries.keys()].filter((name) => name.startsWith(`${kind}:`)).map((name) => name.slice(kind.length + 1));
  return names.filter((name) => !known.includes(name)).map((name) => {
    const value = /** @type {Value} */ (entries.get(`${kind}:${name}`));
    return {title: `${name.replace(':', ' · ')} (${words.text('record-gone')})`, value, state: stateText(value, words)};
  });
}

/** @param {Value} value @param {Words} words */
function stateText(value, words) {
  return value.state === 'done' || value.state === 'begun' ? words.text(value.state) : '–';
}

/** @param {Value} value @param {Words} words */
function verdictText(value, words) {
  if (typeof value.right !== 'boolean') return words.text('record-open');
  return words.text(value.right ? 'record-right' : 'record-wrong');
}

/** @param {string} key @param {Line[]} lines @param {Words} words */
function table(key, lines, words) {
  if (!lines.length) return null;
  const heads = ['what', 'state', 'when', 'version', 'language'].map((name) => make('th', {scope: 'col'}, words.text(`record-${name}`)));
  const names = new Intl.DisplayNames(words.locale, {type: 'language'});
  const rows = lines.map(({title, lang, href, value, state}) => make('tr', {},
    make('th', {scope: 'row'}, href ? make('a', {href, lang}, title) : title),
    make('td', {}, state),
    make('td', {}, value.at ? dayOf(value.at, words) : '–'),
    make('td', {}, String(value.version || '–')),
    make('td', {}, isLanguage(value.lang) ? names.of(value.lang) ?? '–' : '–')));
  const body = make('table', {}, make('thead', {}, make('tr', {}, ...heads)), make('tbody', {}, ...rows));
  const title = words.text(key);
  return make('section', {}, make('h2', {}, title), make('div', {class: 'table-scroll', role: 'region', tabindex: '0', 'aria-label': title}, body));
}

/** A file brought back may say anything. @param {unknown} text @returns {text is string} */
function isLanguage(text) {
  return typeof text === 'string' && /^[a-z]{2}$/.test(text);
}

/** @param {string} key @param {{task: Task & {href: string}, text: string}[]} entries @param {Words} words */
function texts(key, entries, words) {
  if (!entries.length) return null;
  const pairs = entries.map(({task: {title, lang, href}, text}) => make('div', {},
    make('dt', {}, make('a', {href, lang}, title)), make('dd', {dir: 'auto', class: 'record-text'}, text)));
  return make('section', {}, make('h2', {}, words.text(key)), make('dl', {class: 'record-texts'}, ...pairs));
}

/** @param {Words} words */
function actions(words) {
  const save = button(words.text('record-save'), async () => {
    const [{entriesToJson}, {download}] = await Promise.all([import('./exchange-json.js'), import('./exchange-download.js')]);
    download(entriesToJson(store.entries()), 'json');
  });
  return make('div', {class: 'record-actions'}, save, button(words.text('record-print'), () => print()), make('p', {}, words.text('record-hint')));
}
