// @ts-check
/** `<colabora-learning-record>`: what a reader has done in the course, when, in which version and language.
 *
 * Where nothing is kept, this says so; else what shows the record and the course's titles are loaded. */

import {hasEntries, whenWanted} from './plan-wake.js';

export class LearningRecordElement extends HTMLElement {
  connectedCallback() {
    if (this.isBuilt) return;
    this.isBuilt = true;
    const line = this.querySelector('p');
    if (line && !hasEntries()) line.textContent = this.dataset.empty ?? '';
    whenWanted(this, async () => (await import('./learning-record-live.js')).enlivenRecord(this), hasEntries());
  }
}

customElements.define('colabora-learning-record', LearningRecordElement);
