// @ts-check
/** Choosing activities by the time, the people and the money at hand; the choice stands in the address. */

import {button, choice, labelled, make, setText} from './plan-elements.js';
import {wordsOf} from './plan-words.js';

const MINUTES = [15, 30, 60, 90, 120, 180];
const COSTS = ['none', 'low', 'medium', 'high'];

class ActivityList extends HTMLElement {
  connectedCallback() {
    /** @type {HTMLElement[]} */
    this.items = [...this.querySelectorAll('li[data-minutes]')].map((item) => /** @type {HTMLElement} */ (item));
    if (!this.items.length || this.form) return;
    this.words = wordsOf(this);
    this.controls = this.#controls();
    this.form = this.#build();
    this.prepend(this.form);
    this.#restore();
    this.#apply();
    addEventListener('popstate', () => {
      this.#restore();
      this.#apply();
    });
  }

  #controls() {
    const any = /** @type {[string, string]} */ (['', this.words.text('any')]);
    const longest = Math.max(...this.items.map(({dataset}) => Number(dataset.minutes)));
    const times = MINUTES.filter((minutes) => minutes < longest).map((minutes) => [`${minutes}`, this.words.text('up-to', {minutes})]);
    // Their names are those the cards carry, so that every word stands on the page once.
    const costs = COSTS.filter((cost) => this.#textOf('cost', cost)).map((cost) => [cost, this.#textOf('cost', cost)]);
    const kinds = [...this.querySelectorAll('section > h2')].map((heading) => [heading.id, heading.textContent ?? '']);
    const options = (/** @type {string[][]} */ list) => choice([any, .../** @type {[string, string][]} */ (list)]);
    const group = make('input', {type: 'number', min: '1', max: '500', inputmode: 'numeric'});
    return {time: options(times), group, cost: options(costs), category: options(kinds)};
  }

  /** Return how the cards name a cost. @param {string} name @param {string} value */
  #textOf(name, value) {
    const card = this.items.find(({dataset}) => dataset[name] === value);
    return card?.querySelector('.meta')?.textContent?.split(' · ').at(-1)?.trim() ?? '';
  }

  #build() {
    const fields = Object.entries(this.controls).map(([name, control]) => labelled(this.words.text(name), control));
    this.clear = button(this.words.text('reset'), () => this.#reset(), {hidden: ''});
    this.count = make('p', {class: 'activity-count', role: 'status'});
    const form = make('form', {role: 'search', 'aria-labelledby': 'activity-find'});
    form.append(make('p', {id: 'activity-find', class: 'activity-find'}, this.words.text('find')), ...fields, this.clear, this.count);
    form.addEventListener('input', () => {
      this.#apply();
      this.#remember();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    return form;
  }

  #reset() {
    for (const control of Object.values(this.controls)) control.value = '';
    this.#apply();
    this.#remember();
    this.controls.time.focus();
  }

  #apply() {
    const shown = this.items.filter((item) => {
      item.hidden = !this.#fits(item);
      return !item.hidden;
    });
    for (const section of this.querySelectorAll('section')) section.hidden = !section.querySelector('li:not([hidden])');
    const isActive = Object.values(this.controls).some(({value}) => value);
    if (this.clear) this.clear.hidden = !isActive;
    const total = this.words.number.format(this.items.length);
    const found = shown.length ? this.words.count('shown', shown.length, {total}) : this.words.text('nothing');
    if (this.count) setText(this.count, isActive ? found : '');
  }

  /** @param {HTMLElement} item */
  #fits({dataset}) {
    const {time, group, cost, category} = this.controls;
    const people = Number(group.value);
    return (
      (!time.value || Number(dataset.minutes) <= Number(time.value)) &&
      (!people || (Number(dataset.min) <= people && people <= Number(dataset.max))) &&
      (!cost.value || COSTS.indexOf(dataset.cost ?? '') <= COSTS.indexOf(cost.value)) &&
      (!category.value || dataset.category === category.value)
    );
  }

  #remember() {
    const address = new URL(location.href);
    for (const [name, {value}] of Object.entries(this.controls)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(history.state, '', address);
  }

  #restore() {
    const asked = new URLSearchParams(location.search);
    for (const [name, control] of Object.entries(this.controls)) {
      control.value = asked.get(name) ?? '';
      if (control.selectedIndex === -1) control.value = '';
    }
  }
}

customElements.define('colabora-activity-list', ActivityList);
