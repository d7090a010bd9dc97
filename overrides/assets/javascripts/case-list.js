// @ts-check
/** `<colabora-case-list>`: all cases as cards. What chooses, compares and maps them is loaded when a reader comes near,
 * or at once where the address asks for it. */

export class CaseListElement extends HTMLElement {
  connectedCallback() {
    const filter = this.querySelector('.case-filter');
    if (!filter) return;
    filter.addEventListener('click', () => {
      filter.setAttribute('aria-expanded', String(filter.getAttribute('aria-expanded') === 'false'));
    });
    const start = () => void this.start();
    if (location.search.length > 1) start();
    for (const type of ['pointerover', 'focusin', 'click']) this.addEventListener(type, start, {once: true, passive: true});
  }

  async start() {
    if (this.isStarted) return;
    this.isStarted = true;
    try {
      const {Catalogue} = await import('./catalogue.js');
      new Catalogue(this);
    } catch (fault) {
      // A module that can't be fetched is a TypeError in every browser: the cards stay as they are.
      if (!(fault instanceof TypeError)) throw fault;
      console.warn(fault);
    }
  }
}

customElements.define('colabora-case-list', CaseListElement);
