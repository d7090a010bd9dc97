// @ts-check
/** Taking the plan away and bringing it back: files, link, paper, and forgetting it. */

import {button, freshId, labelled, make} from './plan-elements.js';
import {say} from './plan-messages.js';
import {ask, previewChanges} from './plan-preview.js';
import {OPENING_DAY} from './plan-value.js';
import {store} from './store.js';

/**
 * @typedef {import('./plan-live.js').LivePlan} LivePlan
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {import('./plan-words.js').Words} Words
 */

const FORMATS = /** @type {const} */ (['json', 'xlsx', 'csv', 'ics']);

export class PlanExchange {
  /** @param {Words} words @param {LivePlan} plan */
  constructor(words, plan) {
    this.words = words;
    this.plan = plan;
    this.link = make('div', {class: 'plan-link'});
    plan.element.querySelector('.plan-exchange')?.append(...this.#build());
  }

  #build() {
    const words = this.words;
    const part = (/** @type {string} */ key, /** @type {Node[]} */ ...content) =>
      make('div', {class: 'plan-part'}, make('h3', {}, words.text(key)), make('p', {}, words.text(`${key}-hint`)), ...content);
    const files = make('ul', {class: 'plan-downloads'}, ...FORMATS.map((format) => this.#fileLine(format)));
    files.append(make('li', {}, button(words.text('print'), () => this.#print()), make('span', {}, words.text('print-hint'))));
    return [
      part('take-away', files),
      part('bring-back', this.#input()),
      part('share', button(words.text('share-make'), () => this.#makeLink()), this.link),
      part('forget', button(words.text('forget-everything'), () => this.#forget())),
    ];
  }

  #print() {
    this.plan.unfold();
    print();
  }

  /** @param {typeof FORMATS[number]} format */
  #fileLine(format) {
    const hint = make('span', {id: freshId()}, this.words.text(`save-${format}-hint`));
    return make('li', {}, button(this.words.text(`save-${format}`), () => this.save(format), {'aria-describedby': hint.id}), hint);
  }

  #input() {
    const input = make('input', {type: 'file', accept: '.json,.csv,.xlsx'});
    input.addEventListener('change', async () => {
      const [file] = input.files ?? [];
      // Emptied, so that the same file may be chosen again.
      if (file) await this.#bringBack(file).finally(() => (input.value = ''));
    });
    return labelled(this.words.text('bring-back-file'), input);
  }

  /** Save a file; what writes it is loaded only now. @param {typeof FORMATS[number]} format */
  async save(format) {
    const [{writeFile}, {download}] = await Promise.all([import('./exchange-files.js'), import('./exchange-download.js')]);
    const content = await writeFile(format, {entries: store.entries(), lines: this.plan.lines, words: this.words, dated: store.get(OPENING_DAY)?.at ?? 0});
    if (content === null) return say(this.words.text('no-dates'));
    download(content, format);
  }

  /** @param {File} file */
  async #bringBack(file) {
    const {readFile} = await import('./exchange-files.js');
    await this.#preview(() => readFile(file, this.plan.lines, this.words), 'preview-file');
  }

  /** Read a link's fragment, and take it out of the address whatever becomes of it. */
  async openLink() {
    if (!location.hash.startsWith('#plan=')) return;
    const fragment = location.hash.slice(1);
    history.replaceState(history.state, '', location.pathname + location.search);
    const {parseFragment} = await import('./exchange-link.js');
    await this.#preview(async () => ({values: parseFragment(fragment, store, this.plan.lists), unread: 0}), 'preview-link');
  }

  /** Read, compare, ask, change, offer to undo. @param {() => Promise<{values: Map<string, Value>, unread: number}>} read
   * @param {string} title */
  async #preview(read, title) {
    const [{merge}, {Refusal}] = await Promise.all([import('./exchange-merge.js'), import('./exchange-refusal.js')]);
    try {
      const {values, unread} = await read();
      const items = new Map(this.plan.lines.map(({item}) => [item.name, item]));
      const found = {...merge((name) => store.get(name), values), unread};
      const chosen = await previewChanges(found, this.words, {title: this.words.text(title), items});
      if (chosen) this.#change(chosen);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      say(`${this.words.text(fault.key, fault.values)} ${this.words.text('nothing-changed')}`, [], 'refused');
    }
  }

  /** @param {Map<string, Value>} chosen */
  #change(chosen) {
    const {record} = store.replace(chosen);
    this.#offerUndo(this.words.count('changed', record.length), record);
  }

  /** @param {string} text @param {import('./store.js').Record} record */
  #offerUndo(text, record) {
    const undo = button(this.words.text('undo'), () => {
      store.takeBack(record);
      say(this.words.text('undone'));
    });
    say(text, [undo]);
  }

  async #makeLink() {
    const [{planToFragment, LONGEST}, {Refusal}] = await Promise.all([import('./exchange-link.js'), import('./exchange-refusal.js')]);
    const words = this.words;
    try {
      const address = `${location.origin}${location.pathname}#${planToFragment(store, this.plan.lists)}`;
      if (address.length > LONGEST) throw new Refusal('link-long');
      const output = make('input', {type: 'text', readonly: true, value: address});
      const copy = button(words.text('share-copy'), () => navigator.clipboard.writeText(address).then(() => say(words.text('share-copied')), () => output.select()));
      this.link.replaceChildren(labelled(words.text('share-address'), output), copy);
      output.focus();
      output.select();
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      this.link.replaceChildren(make('p', {role: 'alert'}, words.text(fault.key)));
    }
  }

  async #forget() {
    const words = this.words;
    const text = make('p', {}, words.count('forget-text', store.entries().size));
    const answer = await ask(words.text('forget-title'), [text], [['forget', words.text('forget-yes')], ['save', words.text('save-json')], ['', words.text('forget-no')]]);
    if (answer === 'save') await this.save('json');
    if (answer === 'forget') this.#offerUndo(words.text('forgotten'), store.forgetEverything());
  }
}
