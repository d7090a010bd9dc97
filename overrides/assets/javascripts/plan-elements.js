// @ts-check
/** Making elements without HTML in strings: `make('p', {class: 'x'}, 'text', child)`. */

/** @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, string | boolean | undefined>} [attributes] false and undefined are left out
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[T]} */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/** Set a text only if it differs, so that nothing is painted or announced for nothing.
 * @param {Element} element @param {string} text */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Return a button. @param {string} text @param {() => void} run @param {Record<string, string>} [attributes] */
export function button(text, run, attributes = {}) {
  const made = make('button', {type: 'button', ...attributes}, text);
  made.addEventListener('click', run);
  return made;
}

let made = 0;

/** Return an id that no other element has. */
export function freshId() {
  made += 1;
  return `plan-${made}`;
}

/** Return a field under its label. @param {string} text @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control */
export function labelled(text, control) {
  control.id ||= freshId();
  return make('div', {class: 'plan-field'}, make('label', {for: control.id}, text), control);
}

/** Return a choice. @param {[string, string][]} options value and text @param {string} [chosen] */
export function choice(options, chosen = '') {
  const select = make('select', {});
  for (const [value, text] of options) select.append(make('option', {value, selected: value === chosen}, text));
  return select;
}

/** Let the browser paint and answer before the next piece of work. */
export function pause() {
  const scheduler = /** @type {{yield?: () => Promise<void>} | undefined} */ (Reflect.get(globalThis, 'scheduler'));
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
