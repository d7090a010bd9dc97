// @ts-check
/** `<colabora-self-assessment>`: what fits a reader, from the statements of the page that were not ticked. */

import './question.js';
import {enlivenAssessment} from './self-assessment-live.js';

export class SelfAssessmentElement extends HTMLElement {
  connectedCallback() {
    if (this.isBuilt) return;
    this.isBuilt = true;
    void enlivenAssessment(this);
  }
}

customElements.define('colabora-self-assessment', SelfAssessmentElement);
