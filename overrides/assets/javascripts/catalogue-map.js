// @ts-check
/** The sites of the cases that fit, on outlines from this site: the map shows just the part where they lie. Points too
 * close to tell apart are one button with their number, which opens the list of them; all sites stand beside the map. */

import {count, load, make} from './catalogue.js';

/**
 * @typedef {import('./catalogue.js').Catalogue} Catalogue
 * @typedef {import('./catalogue.js').Case} Case
 * @typedef {import('./catalogue.js').Data} Data
 * @typedef {{one: Case, label: string, status: string, x: number, y: number}} Spot
 * @typedef {{x: number, y: number, size: number}} Frame in units of the map (2 km)
 */

const SVG = 'http://www.w3.org/2000/svg';
const APART = 34; // px: points nearer than this can't be tapped one by one
const LEAST = 250; // units: closer the outlines are too coarse
const MARGIN = 1.15;
/** @type {Promise<{width: number, height: number, path: string}> | undefined} */
let outlines;
/** @type {ResizeObserver | undefined} */
let watcher;

/** @param {HTMLElement} panel @param {Catalogue} catalogue @param {Data} data */
export async function draw(panel, catalogue, data) {
  const {path} = await (outlines ??= loadOutlines(catalogue.element.dataset.map ?? ''));
  const cases = catalogue.shown(data);
  const spots = cases.flatMap((one) => (one.sites ?? []).map((site) => spot(one, site)));
  const frame = frameOf(spots);
  const points = make('ul', {class: 'case-points'});
  const map = make('div', {class: 'case-map'}, land(path, frame), points);
  const off = cases.filter(({sites}) => !sites);
  panel.replaceChildren(
    ...(spots.length ? [map, list(spots, points, data)] : cases.length ? [make('p', {}, String(data.words['map-none']))] : []),
    ...(off.length ? [make('p', {class: 'case-off'}, `${data.words['map-off']}: `, ...links(off))] : []),
    make('p', {class: 'meta'}, String(data.words['map-credit'])),
  );
  watcher?.disconnect();
  watcher = new ResizeObserver(() => place(points, spots, frame, data));
  if (spots.length) watcher.observe(map);
}

/** @param {string} address */
function loadOutlines(address) {
  const loading = load(new URL(address, location.href));
  loading.catch(() => (outlines = undefined));
  return loading;
}

/** @param {Case} one @param {import('./catalogue.js').Site} site @returns {Spot} */
function spot(one, {name, place, status, text, x, y}) {
  return {one, status, x, y, label: `${name}, ${place}: ${text}`};
}

/** @param {Spot[]} spots @returns {Frame} a square around all of them */
function frameOf(spots) {
  const [xs, ys] = [spots.map(({x}) => x), spots.map(({y}) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const size = Math.max(LEAST, (right - left) * MARGIN, (bottom - top) * MARGIN);
  return {x: (left + right - size) / 2, y: (top + bottom - size) / 2, size};
}

/** @param {string} path @param {Frame} frame */
function land(path, {x, y, size}) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `${x} ${y} ${size} ${size}`);
  svg.setAttribute('aria-hidden', 'true');
  const lines = svg.appendChild(document.createElementNS(SVG, 'path'));
  lines.setAttribute('d', path);
  return svg;
}

/** @param {HTMLElement} points @param {Spot[]} spots @param {Frame} frame @param {Data} data */
function place(points, spots, {x, y, size}, data) {
  const scale = points.clientWidth / size;
  if (!scale || points.dataset.width === String(points.clientWidth)) return;
  points.dataset.width = String(points.clientWidth);
  points.replaceChildren(...cluster(spots, APART / scale).map((near, number) => {
    const item = make('li', {}, ...(near.length === 1 ? [point(near[0])] : group(near, number, data)));
    item.dataset.spots = near.map((one) => spots.indexOf(one)).join(' ');
    item.style.left = `${((near[0].x - x) / size) * 100}%`;
    item.style.top = `${((near[0].y - y) / size) * 100}%`;
    return item;
  }));
}

/** Put spots together that are nearer than `least` to the first of them. @param {Spot[]} spots @param {number} least */
function cluster(spots, least) {
  /** @type {Spot[][]} */
  const clusters = [];
  for (const one of spots) {
    const near = clusters.find(([first]) => Math.hypot(first.x - one.x, first.y - one.y) < least);
    if (near) near.push(one);
    else clusters.push([one]);
  }
  return clusters;
}

/** @param {Spot} spot */
function point({one, label, status}) {
  return make('a', {href: one.href, class: `case-point ${status}`, title: label}, make('span', {class: 'unseen'}, label));
}

/** @param {Spot[]} near @param {number} number @param {Data} data */
function group(near, number, {words}) {
  const id = `case-near-${number}`;
  const title = count(words['map-near'], near.length);
  const many = new Intl.NumberFormat(document.documentElement.lang).format(near.length);
  const button = make('button', {type: 'button', class: 'case-point', popovertarget: id, title}, many,
    make('span', {class: 'unseen'}, ` – ${title}: ${near.map(({one}) => one.name).join(', ')}`));
  const entries = near.map(({one, label}) => make('li', {}, make('a', {href: one.href}, label)));
  return [button, make('div', {id, popover: '', class: 'case-near'}, make('p', {}, title), make('ul', {}, ...entries))];
}

/** @param {Spot[]} spots @param {HTMLElement} points @param {Data} data */
function list(spots, points, {words}) {
  const entries = spots.map(({one, label}) => make('li', {}, make('a', {href: one.href}, label)));
  const made = make('ol', {}, ...entries);
  const mark = (/** @type {Event} */ event) => {
    const here = entries.findIndex((entry) => entry.contains(/** @type {Node} */ (event.target)));
    for (const item of /** @type {NodeListOf<HTMLElement>} */ (points.querySelectorAll(':scope > li'))) {
      item.classList.toggle('is-here', (item.dataset.spots ?? '').split(' ').includes(String(here)));
    }
  };
  made.addEventListener('pointerover', mark);
  made.addEventListener('focusin', mark);
  return make('section', {class: 'case-sites'}, make('h3', {}, String(words['map-list'])), made);
}

/** @param {Case[]} cases */
function links(cases) {
  return cases.flatMap(({href, name}, number) => [number ? ', ' : '', make('a', {href}, name)]);
}
