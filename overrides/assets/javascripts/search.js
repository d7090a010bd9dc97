/**
 * Search: the box that opens over a page. It fetches the beginning of the index as it opens and the rest as one types,
 * keeps nothing, and writes nothing into the address.
 */

import {SearchIndex} from './search-index.js';
import {nearest, search} from './search-query.js';
import {drawPages, element, say} from './search-results.js';

const AT_ONCE = 5;
const FACETS = ['kind', 'stage', 'country'];

class Search extends HTMLElement {
  connectedCallback() {
    if (this.dialog) return;
    this.dialog = this.closest('dialog');
    this.input = this.dialog.querySelector('[data-search-input]');
    this.status = this.querySelector('[role="status"]');
    this.notes = element('div', {class: 'search-notes'});
    this.filters = element('div', {class: 'search-filters'});
    this.results = element('div', {'data-search-results': true});
    this.append(this.notes, this.filters, this.results);
    this.turn = 0;
    this.input.addEventListener('input', () => this.look());
    this.input.form.addEventListener('submit', (event) => this.enter(event));
    this.dialog.addEventListener('keydown', (event) => this.move(event));
    this.dialog.addEventListener('close', () => this.forget());
    this.index = this.openIndex();
    this.look();
  }

  /** Begin anew when the box opens again. */
  forget() {
    this.input.value = '';
    this.look();
  }

  /** Search for what stands in the field; an answer that comes too late is dropped. */
  async look() {
    this.turn += 1;
    const turn = this.turn;
    const query = this.input.value;
    try {
      const index = await this.index;
      const answer = query.trim() ? await search(index, query) : null;
      if (turn === this.turn) await this.show(index, query, answer, turn);
      this.isAgain = false;
    } catch (fault) {
      if (turn !== this.turn) return;
      // The site may have been published anew since: its pieces then have other names.
      this.index = this.openIndex({cache: 'reload'});
      this.isAgain = !this.isAgain;
      if (this.isAgain) {
        await this.look();
        return;
      }
      this.clear();
      this.status.textContent = this.dataset.trouble;
      if (!(fault instanceof TypeError) && !/^\d{3} /.test(fault.message)) throw fault;
    }
  }

  /** Begin to fetch the index; a fault shows when it is used. */
  openIndex(options) {
    const index = SearchIndex.open(this.dialog.dataset.root, document.documentElement.lang, options);
    index.catch(() => {});
    return index;
  }

  clear() {
    for (const part of [this.notes, this.filters, this.results]) part.replaceChildren();
  }

  async show(index, query, answer, turn) {
    if (!answer) {
      this.clear();
      this.status.textContent = '';
      return;
    }
    const notes = this.drawNotes(index, answer.notes);
    const drawn = answer.pages.length ? null : await this.drawNothing(index, query, answer.notes);
    if (turn !== this.turn) return;
    this.clear();
    this.notes.append(...notes);
    if (drawn) {
      this.status.textContent = drawn.status;
      this.results.append(...drawn.parts);
      return;
    }
    this.drawFilters(index, answer);
    await this.drawFound(index, answer, AT_ONCE, turn);
  }

  drawNotes(index, {also, terms, slips, isPartial}) {
    const lines = terms.map(({word, names}) => say(index, 'term', {word, names: names.join(', ')}));
    lines.push(...slips.map(({word, instead}) => say(index, 'slip', {word, instead: instead.join(', ')})));
    if (isPartial) lines.push(say(index, 'some'));
    const others = [...new Set(also)].slice(0, 6);
    if (others.length) lines.push(say(index, 'also', {words: others.join(', ')}));
    return lines.map((line) => element('p', {}, line));
  }

  /** Offer to show one kind, stage or country only, where there is a choice. */
  drawFilters(index, answer) {
    for (const facet of FACETS) {
      const counts = new Map();
      for (const page of answer.pages) if (page[facet]) counts.set(page[facet], (counts.get(page[facet]) ?? 0) + 1);
      if (counts.size < 2) continue;
      const options = Object.entries(index.labels[facet]).filter(([value]) => counts.has(value))
        .map(([value, text]) => element('option', {value}, `${text} (${counts.get(value)})`));
      const all = new Option(say(index, 'all'), '');
      const select = element('select', {name: facet}, all, ...options);
      select.addEventListener('change', () => {
        this.turn += 1;
        this.drawFound(index, answer, AT_ONCE, this.turn);
      });
      this.filters.append(element('label', {}, `${say(index, facet)} `, select));
    }
  }

  async drawFound(index, answer, most, turn) {
    const chosen = [...this.filters.querySelectorAll('select')].filter((select) => select.value);
    const pages = answer.pages.filter((page) => chosen.every((select) => page[select.name] === select.value));
    const shown = pages.slice(0, most);
    const place = {href: ({address}) => this.dialog.dataset.root + address};
    const parts = await drawPages(index, shown, answer.keys, place);
    if (turn !== this.turn) return;
    this.status.textContent = say(index, 'found', {count: pages.length});
    this.results.replaceChildren(...parts);
    if (pages.length > most) this.results.append(this.moreButton(index, answer, most, turn));
  }

  moreButton(index, answer, most, turn) {
    const more = element('button', {type: 'button', class: 'search-more', 'data-search-more': true}, say(index, 'more'));
    more.addEventListener('click', async () => {
      const known = new Set([...this.results.querySelectorAll('.found-page')].map(({href}) => href));
      await this.drawFound(index, answer, most + AT_ONCE, turn);
      [...this.results.querySelectorAll('.found-page')].find(({href}) => !known.has(href))?.focus();
    });
    return more;
  }

  /** Offer near words, and what there is in English, where the reader's own language has nothing. */
  async drawNothing(index, query, notes) {
    if (notes.common.length) return {status: say(index, 'common', {words: query.trim()}), parts: []};
    const parts = [];
    const near = await nearest(index, [query]);
    if (near.length) parts.push(this.nearWords(index, near));
    const english = index.locale === 'en' ? null : await this.inEnglish(index, query);
    if (english) parts.push(...english);
    return {status: say(index, 'none', {words: query.trim()}), parts};
  }

  nearWords(index, near) {
    const buttons = near.map((word) => {
      const button = element('button', {type: 'button', lang: index.locale}, word);
      button.addEventListener('click', () => {
        this.input.value = word;
        this.input.focus();
        this.look();
      });
      return button;
    });
    return element('p', {class: 'search-near'}, say(index, 'nearest'), ' ', ...buttons);
  }

  /** Return what was found in English: in the reader's own part of the site where the page is shown there in English. */
  async inEnglish(own, query) {
    this.english ??= SearchIndex.open(this.dialog.dataset.root, 'en');
    const index = await this.english;
    const {pages, keys} = await search(index, query);
    if (!pages.length) return null;
    const translated = new Set(own.pages.map(({address}) => address));
    const href = ({address}) => {
      const here = `${own.locale}/${address}`;
      return this.dialog.dataset.root + (translated.has(here) ? address : here);
    };
    const parts = await drawPages(index, pages.slice(0, AT_ONCE), keys, {href, lang: 'en'});
    return [element('h2', {class: 'search-english'}, say(own, 'english', {count: pages.length})), ...parts];
  }

  /** Go to the first result. */
  enter(event) {
    event.preventDefault();
    this.results.querySelector('a')?.focus();
  }

  /** Go through the results by arrow keys, and from the first back into the field. */
  move(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step || event.target.matches('select')) return;
    const stops = [this.input, ...this.results.querySelectorAll('a')];
    const at = stops.indexOf(event.target);
    if (at < 0 || !stops[at + step]) return;
    event.preventDefault();
    stops[at + step].focus();
  }
}

customElements.define('colabora-search', Search);
