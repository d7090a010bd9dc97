// @ts-check
/** Proposals from the statements that a reader could not tick: module by module, each with its reasons. */

import {loadLearningWords} from './learning-place.js';
import {make} from './plan-elements.js';
import {placeMessages} from './plan-messages.js';
import {store} from './store.js';

/**
 * @typedef {import('./plan-words.js').Words} Words
 * @typedef {import('./self-assessment.js').SelfAssessmentElement} SelfAssessmentElement
 */

const KEPT = 'question:self-assessment';

/** Offer the proposals; who has asked for them before sees them at once. @param {SelfAssessmentElement} element */
export async function enlivenAssessment(element) {
  const words = await loadLearningWords(element);
  placeMessages(words);
  const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('colabora-question[data-type="self"]')]);
  const result = make('div', {class: 'assessment-result', tabindex: '-1'});
  const draw = () => result.replaceChildren(...(store.get(KEPT)?.state === 'shown' || element.dataset.shown ? proposals(groups, words) : []));
  const show = () => {
    element.dataset.shown = 'true';
    store.put(KEPT, {state: 'shown', lang: words.locale});
    draw();
    result.focus();
  };
  for (const group of groups) {
    const fold = group.querySelector('details');
    if (fold) fold.open = false;
    await /** @type {import('./question.js').QuestionElement} */ (group).wake();
  }
  element.append(result);
  element.querySelector('button')?.addEventListener('click', show);
  store.addEventListener('change', draw);
  draw();
  if (element.isPressed) show();
  element.dataset.live = '';
}

/** @param {HTMLElement[]} groups @param {Words} words @returns {HTMLElement[]} */
function proposals(groups, words) {
  const places = make('ul', {class: 'assessment-places'}, ...groups.map((group) => placeIn(group, words)));
  const head = [make('h2', {id: 'fits'}, words.text('fits-title')), places];
  const modules = byModule(groups);
  if (!modules.size) return [...head, make('p', {}, words.text('fits-all'))];
  return [...head, make('ol', {class: 'assessment-modules'}, ...[...modules.values()].map(({link, reasons}) => proposal(link, reasons, words)))];
}

/** Say where a reader stands in a group of statements. @param {HTMLElement} group @param {Words} words */
function placeIn(group, words) {
  const boxes = /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('fieldset input')]);
  const ticked = boxes.filter((box) => box.checked).length;
  const title = make('strong', {lang: group.closest('[lang]')?.getAttribute('lang') ?? words.locale}, group.querySelector('legend')?.textContent ?? '');
  return make('li', {}, title, ' ', words.count('fits-said', ticked, {total: words.number.format(boxes.length)}));
}

/** Return the first module each unticked statement leads to, with all statements that lead there.
 * @param {HTMLElement[]} groups @returns {Map<string, {link: HTMLAnchorElement, reasons: HTMLElement[]}>} */
function byModule(groups) {
  const modules = new Map();
  for (const box of groups.flatMap((group) => /** @type {HTMLInputElement[]} */ ([...group.querySelectorAll('fieldset input')]))) {
    const reason = box.closest('colabora-question')?.querySelector(`[data-feedback-for="${CSS.escape(box.value)}"]`);
    const link = /** @type {HTMLAnchorElement | null | undefined} */ (reason?.querySelector('a'));
    if (box.checked || !reason || !link) continue;
    const found = modules.get(link.href) ?? {link, reasons: []};
    found.reasons.push(reason);
    modules.set(link.href, found);
  }
  return modules;
}

/** @param {HTMLAnchorElement} link @param {HTMLElement[]} reasons @param {Words} words */
function proposal(link, reasons, words) {
  const listing = make('ul', {}, ...reasons.map((reason) => make('li', {}, ...reason.cloneNode(true).childNodes)));
  return make('li', {}, make('p', {}, link.cloneNode(true), ', ', words.text('fits-because')), listing);
}
