// @ts-check
/** `<colabora-compare>`: a page in two languages side by side, aligned by the ids of its headings.
 *
 * Which page and which languages stand in the address (`?page=about/&first=en&second=lv`), so that a comparison can be
 * linked to. Both pages are fetched from this site, cut at their headings and copied without ids and fields.
 */

/**
 * @typedef {object} Side
 * @property {string} lang
 * @property {string} title
 * @property {Map<string, DocumentFragment>} sections by heading id, in the order of the page; '' is the beginning
 */

const PAGE = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*$/;
const HEADINGS = 'h2[id], h3[id], h4[id], h5[id], h6[id]';
const NOT_COPIED = ['id', 'for', 'name', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

export class CompareElement extends HTMLElement {
  connectedCallback() {
    this.words = /** @type {Record<string, string>} */ (JSON.parse(this.dataset.strings ?? '{}'));
    this.homes = /** @type {Record<string, string>} */ (JSON.parse(this.dataset.languages ?? '{}'));
    this.rows = /** @type {HTMLElement} */ (this.querySelector('.compare-rows'));
    const form = /** @type {HTMLFormElement} */ (this.querySelector('form'));
    const asked = new URLSearchParams(location.search);
    const page = asked.get('page');
    if (page === null || !PAGE.test(page)) {
      this.say('no-page');
      return;
    }
    form.hidden = false;
    /** @type {HTMLInputElement} */ (form.elements.namedItem('page')).value = page;
    const chosen = ['first', 'second'].map((name) => choose(form, name, asked.get(name)));
    this.show(page, chosen);
  }

  /** @param {string} page @param {string[]} locales */
  async show(page, locales) {
    this.say('loading');
    try {
      const [one, other] = await Promise.all(locales.map((locale) => this.read(locale, page)));
      this.draw(one, other);
      this.say('');
      if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch (fault) {
      if (!(fault instanceof TypeError || fault instanceof PageError)) throw fault;
      this.say('failed');
    }
  }

  /** @param {string} locale @param {string} page @returns {Promise<Side>} */
  async read(locale, page) {
    const address = new URL(`${this.homes?.[locale] ?? './'}${page}`, location.href);
    const answer = await fetch(address);
    if (!answer.ok) throw new PageError(address.href);
    return cut(new DOMParser().parseFromString(await answer.text(), 'text/html'), address.href);
  }

  /** @param {Side} one @param {Side} other */
  draw(one, other) {
    this.rows?.replaceChildren(...align([...one.sections.keys()], [...other.sections.keys()]).map((id) => {
      const row = document.createElement('section');
      row.className = 'compare-row';
      row.id = id || 'beginning';
      const named = [one, other].find((side) => headingOf(side, id));
      if (named) row.lang = named.lang;
      row.setAttribute('aria-label', named ? headingOf(named, id) : this.word('beginning'));
      row.append(this.half(one, id), this.half(other, id));
      return row;
    }));
  }

  /** @param {Side} side @param {string} id */
  half(side, id) {
    const half = document.createElement('div');
    const section = side.sections.get(id);
    if (section) {
      half.lang = side.lang;
      if (!id) half.append(make('p', side.title, 'compare-title'));
      half.append(section.cloneNode(true));
    } else {
      half.className = 'compare-nothing';
      half.lang = document.documentElement.lang;
      half.textContent = this.word('not-here');
    }
    return half;
  }

  /** @param {string} key */
  say(key) {
    const message = this.querySelector('.compare-message');
    if (message) message.textContent = key && this.word(key);
  }

  /** @param {string} key */
  word(key) {
    return this.words?.[key] ?? key;
  }
}

/** @param {string} tag @param {string} text @param {string} [name] */
function make(tag, text, name = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (name) element.className = name;
  return element;
}

/** A page that is not there. */
class PageError extends Error {}

/** @param {HTMLFormElement} form @param {string} name @param {string | null} wanted */
function choose(form, name, wanted) {
  const select = /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
  if ([...select.options].some((option) => option.value === wanted)) select.value = wanted ?? '';
  return select.value;
}

/** Cut a page at its headings, whatever they are wrapped in.
 * @param {Document} page @param {string} address @returns {Side} */
function cut(page, address) {
  const article = page.querySelector('article');
  if (!article) throw new PageError(address);
  const headings = [...article.querySelectorAll(HEADINGS)];
  const sections = new Map();
  [null, ...headings].forEach((heading, index) => {
    const range = page.createRange();
    if (heading) range.setStartBefore(heading);
    else range.setStart(article, 0);
    if (headings[index]) range.setEndBefore(headings[index]);
    else range.setEnd(article, article.childNodes.length);
    sections.set(heading?.id ?? '', copy(range.cloneContents(), address));
  });
  const lang = article.getAttribute('lang') ?? page.documentElement.lang;
  return {lang, title: article.querySelector('h1')?.textContent?.trim() ?? page.title, sections};
}

/** Make a copy harmless beside its twin: no title, no table of contents, no ids, fields that can't be filled in,
 * addresses that hold here, too.
 * @param {DocumentFragment} part @param {string} address */
function copy(part, address) {
  part.querySelectorAll('header, h1, nav, .contents, script, style, template').forEach((element) => element.remove());
  for (const element of part.querySelectorAll('*')) {
    NOT_COPIED.forEach((name) => element.removeAttribute(name));
    for (const name of ['href', 'src']) {
      const target = element.getAttribute(name);
      if (target !== null) element.setAttribute(name, new URL(target, address).href);
    }
    if (element.matches('input, select, textarea, button')) element.setAttribute('disabled', '');
  }
  return /** @type {DocumentFragment} */ (document.importNode(part, true));
}

/** The ids of both pages in one order: the first page's, what only the second has behind what it follows there.
 * @param {string[]} one @param {string[]} other */
function align(one, other) {
  const ids = [...one];
  other.forEach((id, index) => {
    if (!ids.includes(id)) ids.splice(ids.indexOf(other[index - 1]) + 1, 0, id);
  });
  return ids;
}

/** @param {Side} side @param {string} id */
function headingOf(side, id) {
  return (id && side.sections.get(id)?.querySelector('h2, h3, h4, h5, h6')?.textContent?.trim()) || '';
}

customElements.define('colabora-compare', CompareElement);
