// @ts-check
/** `<colabora-self-assessment>`: what fits a reader, from the statements of the page that were not ticked.
 *
 * This part puts in the button; what works is loaded when there are entries or the reader reaches for it. */

import {WakingElement} from './waking-element.js';

export class SelfAssessmentElement extends WakingElement {
  build() {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent: this.dataset.fits ?? ''});
    button.addEventListener('click', () => (this.isPressed = true));
    this.append(button);
  }

  async load() {
    await (await import('./self-assessment-live.js')).enlivenAssessment(this);
  }
}
