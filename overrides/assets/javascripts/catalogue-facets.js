// @ts-check
/** Facets: which cases have one of the chosen values in every facet where something is chosen, and how many cases each
 * further choice would leave. A case is held against ten bits, so that a thousand take a few milliseconds. */

/**
 * @typedef {object} Choice
 * @property {HTMLInputElement} box
 * @property {string} key as `country:LV`
 * @property {number} facet a bit
 * @property {HTMLElement} count
 */

export class Facets {
  /** @param {HTMLFormElement} form @param {HTMLElement[]} items */
  constructor(form, items) {
    this.folds = [...form.querySelectorAll('details')];
    /** @type {Choice[]} */
    this.choices = this.folds.flatMap((fold, number) => [...fold.querySelectorAll('input')].map((box) => ({
      box,
      key: `${box.name}:${box.value}`,
      facet: 1 << number,
      count: /** @type {HTMLElement} */ (box.nextElementSibling),
    })));
    this.numbers = new Map(this.choices.map(({key}, number) => [key, number]));
    this.cases = items.map(({dataset}) => (dataset.is ?? '').split(' ').flatMap((key) => this.numbers.get(key) ?? []));
    this.number = new Intl.NumberFormat(document.documentElement.lang);
  }

  /** Return the choices as the boxes stand. */
  get checked() {
    return new Set(this.choices.filter(({box}) => box.checked).map(({key}) => key));
  }

  /** Tell of each case whether it fits, and show the choices with their counts.
   * @param {Set<string>} chosen @returns {boolean[]} */
  apply(chosen) {
    const isChosen = this.choices.map(({key}) => chosen.has(key));
    const active = this.choices.reduce((bits, {facet}, number) => (isChosen[number] ? bits | facet : bits), 0);
    const counts = new Array(this.choices.length).fill(0);
    const fits = this.cases.map((values) => {
      let missing = active;
      for (const number of values) if (isChosen[number]) missing &= ~this.choices[number].facet;
      // A case that lacks one facet only would come with another choice in it.
      if (!(missing & (missing - 1))) {
        for (const number of values) if (!missing || this.choices[number].facet === missing) counts[number] += 1;
      }
      return !missing;
    });
    this.#show(isChosen, counts);
    return fits;
  }

  /** @param {boolean[]} isChosen @param {number[]} counts */
  #show(isChosen, counts) {
    this.choices.forEach(({box, count}, number) => {
      const text = this.number.format(counts[number]);
      if (count.textContent !== text) count.textContent = text;
      box.checked = isChosen[number];
      box.disabled = !counts[number] && !isChosen[number];
      box.parentElement?.classList.toggle('case-empty', box.disabled);
    });
    this.folds.forEach((fold, number) => {
      const many = this.choices.filter(({facet}, n) => facet === 1 << number && isChosen[n]).length;
      const mark = /** @type {HTMLElement} */ (fold.querySelector('summary > span'));
      mark.textContent = many ? this.number.format(many) : '';
    });
  }
}
