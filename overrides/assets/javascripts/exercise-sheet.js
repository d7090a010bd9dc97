// @ts-check
/** All exercises of a module on one sheet, to print, with the solutions on a page of their own. */

import {make} from './plan-elements.js';

/** Make the sheet of a module's page and print it. @param {HTMLElement} element whose data says the words
 * @param {HTMLElement} status */
export async function printSheet(element, status) {
  status.textContent = element.dataset.loading ?? '';
  try {
    const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('colabora-course [data-lesson] a')]);
    const lessons = await Promise.all(links.map(({href}) => exercisesAt(href)));
    showSheet(element, lessons);
    status.textContent = '';
    print();
  } catch (fault) {
    // A page that can't be fetched is a TypeError in every browser.
    if (!(fault instanceof TypeError)) throw fault;
    status.textContent = element.dataset.failed ?? '';
  }
}

/** @param {HTMLElement} element @param {{title: string, exercises: Element[], lang: string}[]} lessons */
function showSheet(element, lessons) {
  document.querySelector('.exercise-sheet')?.remove();
  const sheet = make('section', {class: 'exercise-sheet'}, make('h1', {}, element.dataset.title ?? ''));
  const solutions = make('div', {class: 'exercise-solutions'}, make('h2', {}, element.dataset.solutions ?? ''));
  for (const {title, exercises, lang} of lessons) {
    sheet.append(make('h2', {lang}, title));
    for (const exercise of exercises) {
      const fold = exercise.querySelector('details.solution');
      const name = exercise.querySelector('.exercise-title')?.textContent ?? '';
      exercise.querySelector('colabora-note')?.remove();
      if (fold) {
        fold.querySelector('summary')?.remove();
        fold.remove();
        solutions.append(make('h3', {lang}, name), make('div', {lang}, ...fold.childNodes));
      }
      exercise.setAttribute('lang', lang);
      sheet.append(exercise);
    }
  }
  sheet.append(solutions);
  document.body.append(sheet);
  document.documentElement.toggleAttribute('data-sheet', true);
  addEventListener('afterprint', () => {
    document.documentElement.removeAttribute('data-sheet');
    sheet.remove();
  }, {once: true});
}

/** Return the exercises of a lesson, without ids, which stand on its own page. @param {string} address */
async function exercisesAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new TypeError(`${address}: ${answer.status}`);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const exercises = [...page.querySelectorAll('.exercise')];
  for (const element of exercises.flatMap((exercise) => [exercise, ...exercise.querySelectorAll('[id]')])) element.removeAttribute('id');
  for (const exercise of exercises) exercise.removeAttribute('aria-labelledby');
  const lang = page.querySelector('article')?.lang || page.documentElement.lang;
  return {title: page.querySelector('h1')?.textContent ?? '', exercises, lang};
}
