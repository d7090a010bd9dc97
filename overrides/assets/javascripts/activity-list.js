// @ts-check
/** Choosing activities by the time, the people and the money at hand; the choice stands in the address. */

import {setText} from './plan-elements.js';
import {localeOf, Words} from './plan-words.js';

const COSTS = ['none', 'low', 'medium', 'high'];

class ActivityList extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    if (!form || this.form) return;
    this.form = form;
    this.words = new Words(JSON.parse(this.dataset.strings ?? '{}'), localeOf(this));
    /** @type {HTMLElement[]} */
    this.items = [...this.querySelectorAll('li[data-minutes]')].map((item) => /** @type {HTMLElement} */ (item));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#choose());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      for (const control of this.#controls()) control.value = '';
      this.#choose();
      this.#controls()[0].focus();
    });
    this.#restore();
    addEventListener('popstate', () => this.#restore());
  }

  #controls() {
    return [...(this.form?.querySelectorAll('select, input') ?? [])].map((c) => /** @type {HTMLSelectElement | HTMLInputElement} */ (c));
  }

  #choose() {
    const address = new URL(location.href);
    for (const {name, value} of this.#controls()) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, '', address);
    this.#draw();
  }

  #restore() {
    const asked = new URLSearchParams(location.search);
    for (const control of this.#controls()) {
      control.value = asked.get(control.name) ?? '';
      // An address may ask for a choice that is not there.
      if (control instanceof HTMLSelectElement && control.selectedIndex === -1) control.value = '';
    }
    this.#draw();
  }

  #draw() {
    const chosen = Object.fromEntries(this.#controls().map(({name, value}) => [name, value]));
    const isChosen = Object.values(chosen).some(Boolean);
    let count = 0;
    for (const item of this.items ?? []) {
      item.hidden = !fits(item.dataset, chosen);
      count += item.hidden ? 0 : 1;
    }
    for (const section of this.querySelectorAll('section')) section.hidden = !section.querySelector('li:not([hidden])');
    const [status, reset] = [this.querySelector('[role=status]'), this.querySelector('button')];
    if (reset) reset.hidden = !isChosen;
    const total = this.words?.number.format(this.items?.length ?? 0);
    const found = count ? this.words?.count('shown', count, {total}) : this.words?.text('nothing');
    if (status) setText(status, (isChosen && found) || '');
  }
}

/** @param {DOMStringMap} item @param {Record<string, string>} chosen */
function fits(item, {time, people, cost, kind}) {
  const size = Number(people);
  return (
    (!time || Number(item.minutes) <= Number(time)) &&
    (!size || (Number(item.min) <= size && size <= Number(item.max))) &&
    (!cost || COSTS.indexOf(item.cost ?? '') <= COSTS.indexOf(cost)) &&
    (!kind || item.kind === kind)
  );
}

customElements.define('colabora-activity-list', ActivityList);
