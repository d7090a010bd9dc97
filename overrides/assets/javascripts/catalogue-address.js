// @ts-check
/** What of the catalogue stands in the address: view, choices, cases to compare, and what a reader's place is like.
 *
 * `?view=table&country=LV&country=IE&compare=skola6` is read into a state and written from it. What is not known here
 * is left out, so that an address made by hand can show nothing that the page does not hold.
 */

/**
 * @typedef {object} State
 * @property {string} view
 * @property {Set<string>} chosen as `country:LV`
 * @property {string[]} compare slugs
 * @property {Record<string, string>} mine
 */

export const VIEW_NAMES = ['cards', 'table', 'map', 'like', 'compare'];
export const MINE = ['population', 'host', 'founder', 'money'];
export const MOST_COMPARED = 4;

/** @param {string} search @param {Set<string>} keys all choices @param {Set<string>} slugs all cases @returns {State} */
export function readAddress(search, keys, slugs) {
  const asked = new URLSearchParams(search);
  const view = asked.get('view') ?? '';
  const chosen = [...asked].map(([name, value]) => `${name}:${value}`).filter((key) => keys.has(key));
  const compare = [...new Set(asked.getAll('compare'))].filter((slug) => slugs.has(slug));
  const mine = MINE.map((name) => [name, asked.get(`my-${name}`) ?? '']).filter(([, value]) => value);
  return {
    view: VIEW_NAMES.includes(view) ? view : VIEW_NAMES[0],
    chosen: new Set(chosen),
    compare: compare.slice(0, MOST_COMPARED),
    mine: Object.fromEntries(mine),
  };
}

/** @param {State} state @returns {string} begins with `?` */
export function writeAddress({view, chosen, compare, mine}) {
  const asked = new URLSearchParams();
  if (view !== VIEW_NAMES[0]) asked.set('view', view);
  for (const key of chosen) asked.append(key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1));
  for (const slug of compare) asked.append('compare', slug);
  for (const [name, value] of Object.entries(mine)) asked.set(`my-${name}`, value);
  return `?${asked}`;
}
