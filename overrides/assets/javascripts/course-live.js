// @ts-check
/** How far a reader is in the course: a word at each lesson, and what is left. */

import {loadLearningWords} from './learning-place.js';
import {timeText} from './learning-time.js';
import {make, setText} from './plan-elements.js';
import {store} from './store.js';

/** Draw progress, now and whenever it changes. @param {HTMLElement} element */
export async function enlivenCourse(element) {
  const words = await loadLearningWords(element);
  const summary = /** @type {HTMLElement} */ (element.querySelector('.course-summary'));
  const atFirst = summary.textContent ?? '';
  const lessons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('[data-lesson]')]).map((entry) => ({
    name: `lesson:${entry.dataset.lesson}`,
    minutes: Number(entry.dataset.minutes),
    entry,
    mark: entry.appendChild(make('span', {class: 'lesson-mark', lang: words.locale})),
  }));
  const draw = () => {
    const states = lessons.map(({name}) => String(store.get(name)?.state ?? ''));
    lessons.forEach(({entry, mark}, place) => {
      entry.dataset.state = states[place];
      const isKnown = states[place] === 'begun' || states[place] === 'done';
      setText(mark, isKnown ? ` ${states[place] === 'done' ? '✓' : '…'} ${words.text(states[place])}` : '');
    });
    const left = lessons.filter((_, place) => states[place] !== 'done');
    const done = lessons.length - left.length;
    // Only lessons that are done count: how much of a begun one is left, nobody knows.
    const minutes = left.reduce((sum, lesson) => sum + lesson.minutes, 0);
    const said = left.length
      ? words.text('progress', {done: words.number.format(done), total: words.number.format(lessons.length), time: timeText(minutes, words)})
      : words.text('finished');
    setText(summary, states.some(Boolean) ? said : atFirst);
  };
  store.addEventListener('change', draw);
  draw();
  element.dataset.live = '';
}
