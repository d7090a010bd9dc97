// @ts-check
/** The interface strings of one element: placeholders filled, plural forms chosen as the language has them. */

/** @typedef {Record<string, string | Record<string, string>>} Texts */

export class Words {
  /** @param {Texts} texts @param {string} locale */
  constructor(texts, locale) {
    this.texts = texts;
    this.locale = locale;
    this.plural = new Intl.PluralRules(locale);
    this.number = new Intl.NumberFormat(locale);
    this.date = new Intl.DateTimeFormat(locale, {dateStyle: 'long', timeZone: 'UTC'});
  }

  /** Return a text with its placeholders filled in. @param {string} key @param {Record<string, unknown>} [values] */
  text(key, values = {}) {
    const text = this.texts[key];
    if (typeof text !== 'string') throw new Error(`no interface string ${key}`);
    return fill(text, values);
  }

  /** Return the plural form for a number, which fills `{count}`.
   * @param {string} key @param {number} count @param {Record<string, unknown>} [values] */
  count(key, count, values = {}) {
    const forms = this.texts[key];
    if (typeof forms !== 'object') throw new Error(`no plural forms ${key}`);
    return fill(forms[this.plural.select(count)] ?? forms.other, {count: this.number.format(count), ...values});
  }

  /** Return a day as the language writes it. @param {string} day */
  day(day) {
    return this.date.format(new Date(`${day}T00:00:00Z`));
  }
}

/** @param {string} text @param {Record<string, unknown>} values */
function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** Return the words of an element: its own strings or those of the plan around it, in the language it stands in.
 * @param {HTMLElement} element @param {'strings' | 'planStrings'} [group] */
export function wordsOf(element, group = 'strings') {
  const attribute = group === 'strings' ? '[data-strings]' : '[data-plan-strings]';
  const holder = /** @type {HTMLElement | null} */ (element.closest(attribute));
  const language = /** @type {HTMLElement | null} */ (element.closest('[lang]'));
  return new Words(JSON.parse(holder?.dataset[group] ?? '{}'), language?.lang || 'en');
}
