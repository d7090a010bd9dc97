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
    // The English of this site is British: 24 November 2026.
    this.date = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {dateStyle: 'long', timeZone: 'UTC'});
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

/** Return the language an element stands in. @param {HTMLElement} element */
export function localeOf(element) {
  return /** @type {HTMLElement | null} */ (element.closest('[lang]'))?.lang || 'en';
}

/** Load groups of words in the language an element stands in; the build writes one module a group and language.
 * @param {HTMLElement} element @param {...string} groups */
export async function loadWords(element, ...groups) {
  const locale = localeOf(element);
  const modules = await Promise.all(groups.map((group) => import(`./words-${group}-${locale}.js`)));
  return new Words(Object.assign({}, ...modules.map((loaded) => loaded.default)), locale);
}
