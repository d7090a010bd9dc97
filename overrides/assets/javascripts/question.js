// @ts-check
/** `<colabora-question>`, `<colabora-note>` and `<colabora-lesson>`: what a lesson asks, answered and noted on this device.
 *
 * The HTML is whole without a script. This part is small, because every lesson loads it: it puts in the button or the
 * field, and loads what does the work (question-live.js, note-live.js) when there are entries or the reader reaches
 * for it. What was entered or pressed before that has come is not lost. */

import {LessonElement, offerFacilitatorView} from './lesson.js';
import {SelfAssessmentElement} from './self-assessment.js';
import {WakingElement} from './waking-element.js';

export class QuestionElement extends WakingElement {
  build() {
    const fieldset = this.querySelector('fieldset');
    const {check = '', type = ''} = this.dataset;
    if (!fieldset || !check) return;
    const language = this.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    const actions = Object.assign(document.createElement('div'), {className: 'question-actions', lang: language});
    if (type === 'reflection') {
      const field = Object.assign(document.createElement('textarea'), {id: `answer--${this.id}`, rows: 4, maxLength: 20000, dir: 'auto'});
      actions.append(Object.assign(document.createElement('label'), {htmlFor: field.id, textContent: check}), field);
    } else {
      const button = Object.assign(document.createElement('button'), {type: 'button', textContent: check});
      button.addEventListener('click', () => {
        this.isPressed = true;
        void this.wake();
      });
      actions.append(button);
    }
    fieldset.append(actions);
  }

  async load() {
    await (await import('./question-live.js')).enlivenQuestion(this);
  }
}

export class NoteElement extends WakingElement {
  build() {
    const field = Object.assign(document.createElement('textarea'), {id: `note--${this.dataset.exercise}`, rows: 3, maxLength: 20000, dir: 'auto'});
    const label = Object.assign(document.createElement('label'), {htmlFor: field.id, textContent: this.dataset.label ?? ''});
    this.append(label, field);
  }

  async load() {
    await (await import('./note-live.js')).enlivenNote(this);
  }
}

customElements.define('colabora-question', QuestionElement);
customElements.define('colabora-note', NoteElement);
customElements.define('colabora-lesson', LessonElement);
customElements.define('colabora-self-assessment', SelfAssessmentElement);
offerFacilitatorView();
