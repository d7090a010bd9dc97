/**
 * The index of one language: fetches the pieces that a search needs and tells where words stand. It remembers what it
 * has fetched until the page is left, and nothing else.
 */

import {fold, readParadigms} from './word-forms.js';

const BITS = 3;
/** Forms of one word begin alike; more shards than these are never fetched for one. */
const MOST_SHARDS = 4;

/** Fetch JSON, or throw. */
async function fetchJson(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

export class SearchIndex {
  /** Fetch the beginning of an index; `root` ends in a slash. */
  static async open(root, locale, options) {
    return new SearchIndex(root, locale, await fetchJson(`${root}search/${locale}.json`, options));
  }

  constructor(root, locale, core) {
    Object.assign(this, {root, locale, strings: core.strings, labels: core.labels, pieces: new Map()});
    this.home = root + core.home;
    this.bounds = core.bounds.split(' ');
    this.common = new Set(core.common.split(' '));
    this.paradigms = readParadigms(core.forms);
    this.terms = core.terms.map(([names, others]) => ({names: names.split('|'), others: others ? others.split('|') : []}));
    this.pages = [];
    this.pageOfSection = [];
    this.blockOfSection = [];
    let block = 0;
    for (const [address, title, kind, stage, country, ...blocks] of core.pages) {
      const first = this.pageOfSection.length;
      this.pages.push({number: this.pages.length, address, title, kind, stage, country, first});
      for (const count of blocks) {
        for (let n = 0; n < count; n += 1) {
          this.pageOfSection.push(this.pages.length - 1);
          this.blockOfSection.push([block, n]);
        }
        block += 1;
      }
    }
  }

  /** Fetch a piece once. */
  piece(name) {
    if (!this.pieces.has(name)) {
      const piece = fetchJson(`${this.home}${name}.json`);
      this.pieces.set(name, piece);
      piece.catch(() => this.pieces.delete(name));
    }
    return this.pieces.get(name);
  }

  /** Return the number of the shard in which a word would stand. */
  shardOf(word) {
    let [low, high] = [0, this.bounds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bounds[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Return what is known of those of some words that the site has, as a map from word to entry. */
  async entries(words) {
    const wanted = new Map();
    for (const word of words) {
      const shard = this.shardOf(word);
      wanted.set(shard, [...(wanted.get(shard) ?? []), word]);
    }
    const most = [...wanted].sort(([, a], [, b]) => b.length - a.length).slice(0, MOST_SHARDS);
    const found = new Map();
    await Promise.all(most.map(async ([number, own]) => {
      const shard = await this.piece(number);
      for (const word of own) if (Object.hasOwn(shard, word)) found.set(word, shard[word]);
    }));
    return found;
  }

  /** Return the entries of words that begin so. */
  async beginningWith(start, most = 40) {
    const shard = await this.piece(this.shardOf(start));
    return new Map(Object.entries(shard).filter(([word]) => word.startsWith(start)).slice(0, most));
  }

  /** Return the vocabulary as pairs of a word as it is folded and as it is written. */
  async vocabulary() {
    const words = (await this.piece('vocabulary')).split(' ');
    return words.map((word) => [fold(word), word]);
  }

  /** Return the weight of an entry's word by section. */
  static weights([steps]) {
    let section = 0;
    return steps.map((step) => {
      section += step >> BITS;
      return [section, step & ((1 << BITS) - 1)];
    });
  }

  /** Return id, heading and text of the sections that stand in one file with a section, the first one's number too. */
  async textsAround(section) {
    const [block, place] = this.blockOfSection[section];
    return {first: section - place, texts: await this.piece(`t${block}`)};
  }
}
