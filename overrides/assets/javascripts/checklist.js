// @ts-check
/** `<colabora-checklist>`: a list of the page that becomes one which remembers.
 *
 * The HTML is whole without a script. This part is small, because every page with a list loads it: it wakes what does
 * the work (checklist-live.js) when it is wanted, and keeps what is ticked before that has come. */

import {hasEntries, whenWanted} from './plan-wake.js';

const ID = /^[a-z0-9-]+$/;

export class ChecklistElement extends HTMLElement {
  /** What boxes were set to before the list was awake. @type {Map<HTMLInputElement, boolean>} */
  early = new Map();
  /** @type {Promise<void> | null} */
  awake = null;

  connectedCallback() {
    if (this.isEmpty !== undefined) return;
    this.isEmpty = !hasEntries();
    this.addEventListener('change', (event) => this.#hear(event.target));
    if (!this.awake) this.#watch(!this.isEmpty);
  }

  /** @param {boolean} isWanted */
  #watch(isWanted) {
    // While stored ticks are on their way, the boxes are not shown as empty.
    this.toggleAttribute('data-waking', isWanted);
    whenWanted(this, () => void this.wake(), isWanted);
  }

  /** Load what makes the list live; once. A reader whose line is down may reach for it again.
   * @returns {Promise<void>} */
  wake() {
    this.awake ??= this.#load();
    return this.awake;
  }

  async #load() {
    try {
      const {enliven} = await import('./checklist-live.js');
      await enliven(this);
    } catch (fault) {
      // A module that can't be fetched is a TypeError in every browser.
      if (!(fault instanceof TypeError)) throw fault;
      console.warn(fault);
      this.awake = null;
      this.#watch(false);
    } finally {
      this.removeAttribute('data-waking');
    }
  }

  /** Keep a tick at once where nothing else is stored; else, and in full, it is kept when the list is awake.
   * @param {EventTarget | null} box */
  #hear(box) {
    if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox' || this.dataset.live !== undefined) return;
    this.early.set(box, box.checked);
    const {itemId = '', itemDigest: digest = ''} = /** @type {HTMLElement} */ (box.closest('[data-item-id]'))?.dataset ?? {};
    if (!this.isEmpty || !ID.test(itemId)) return;
    const value = {state: box.checked ? 'done' : 'todo', at: Date.now(), digest, owner: '', due: '', note: ''};
    try {
      localStorage.setItem(`colabora:1:item:${this.dataset.checklistId}:${itemId}`, JSON.stringify(value));
    } catch {
      // Storage is full or denied: the list says so when it is awake.
    }
  }
}

customElements.define('colabora-checklist', ChecklistElement);
