// @ts-check
/** `<colabora-learning-record>`: what a reader has done in the course, when, in which version and language. */

import {enlivenRecord} from './learning-record-live.js';

export class LearningRecordElement extends HTMLElement {
  connectedCallback() {
    if (this.isBuilt) return;
    this.isBuilt = true;
    void enlivenRecord(this);
  }
}

customElements.define('colabora-learning-record', LearningRecordElement);
