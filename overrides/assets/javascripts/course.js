// @ts-check
/** `<colabora-course>`: the lessons of the course or of a module, with what is begun and done and the time that is left;
 * `<colabora-exercise-sheet>`: the button that prints all exercises of a module.
 *
 * The HTML lists them with their minutes; the rest is loaded for readers who have entered something. */

import {whenWanted} from './plan-wake.js';

export class CourseElement extends HTMLElement {
  connectedCallback() {
    whenWanted(this, () => void this.wake());
  }

  async wake() {
    try {
      (await import('./course-live.js')).enlivenCourse(this);
    } catch (fault) {
      // A module that can't be fetched is a TypeError in every browser: the list stays as it is.
      if (!(fault instanceof TypeError)) throw fault;
      console.warn(fault);
      whenWanted(this, () => void this.wake(), false);
    }
  }
}

export class ExerciseSheetElement extends HTMLElement {
  connectedCallback() {
    if (this.firstChild) return;
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent: this.dataset.print ?? ''});
    const status = document.createElement('p');
    status.setAttribute('role', 'status');
    this.append(button, status);
    button.addEventListener('click', async () => (await import('./exercise-sheet.js')).printSheet(this, status));
  }
}

customElements.define('colabora-course', CourseElement);
customElements.define('colabora-exercise-sheet', ExerciseSheetElement);
