// @ts-check
/** `<colabora-plan>`: all lists of the site as one plan, with an opening day that gives every item its date.
 *
 * The page shows lists, path and beginning without this. What makes it a plan (plan-live.js) is loaded when the reader
 * has entered something, follows a link into the plan, or reaches for it. */

import './checklist.js';
import {hasEntries, whenWanted} from './plan-wake.js';

const INTO = /^#(?:plan=|item--)/;

export class PlanElement extends HTMLElement {
  /** @type {Promise<import('./plan-live.js').LivePlan | null> | null} */
  awake = null;

  connectedCallback() {
    if (this.awake) return;
    whenWanted(this, () => void this.wake(), hasEntries() || INTO.test(location.hash));
    addEventListener('hashchange', () => INTO.test(location.hash) && this.wake());
  }

  /** Load what makes the plan live; once. A reader whose line is down is told and may reach for it again. */
  wake() {
    this.awake ??= this.#load();
    return this.awake;
  }

  async #load() {
    try {
      const {enlivenPlan} = await import('./plan-live.js');
      return await enlivenPlan(this);
    } catch (fault) {
      // A module that can't be fetched is a TypeError in every browser.
      if (!(fault instanceof TypeError)) throw fault;
      console.warn(fault);
      this.awake = null;
      for (const place of this.querySelectorAll('.plan-loading')) place.textContent = this.dataset.failed ?? '';
      whenWanted(this, () => void this.wake(), false);
      return null;
    }
  }
}

customElements.define('colabora-plan', PlanElement);
