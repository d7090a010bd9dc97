// @ts-check
/** An element that wakes when it is wanted: it builds what needs a script at once, and loads what does the work when
 * there are entries or the reader reaches for it. */

import {hasEntries, whenWanted} from './plan-wake.js';

export class WakingElement extends HTMLElement {
  /** Whether the reader entered something, and whether the button was pressed, before this was awake. */
  isTouched = false;
  isPressed = false;
  /** @type {Promise<void> | null} */
  awake = null;

  connectedCallback() {
    if (this.awake || this.isBuilt) return;
    this.isBuilt = true;
    this.build();
    this.addEventListener('input', () => (this.isTouched = true));
    whenWanted(this, () => void this.wake(), hasEntries());
  }

  /** Put in what needs a script. */
  build() {}

  /** Load what makes it live. @returns {Promise<void>} */
  load() {
    return Promise.resolve();
  }

  /** Wake, once. A reader whose line is down may reach for it again. */
  wake() {
    this.awake ??= this.load().catch((fault) => {
      // A module that can't be fetched is a TypeError in every browser.
      if (!(fault instanceof TypeError)) throw fault;
      console.warn(fault);
      this.awake = null;
      whenWanted(this, () => void this.wake(), false);
    });
    return this.awake;
  }
}
