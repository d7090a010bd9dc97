// @ts-check
/** Waking: what makes a list or the plan live is loaded for readers who have entered something or are about to.
 *
 * Whoever only reads loads a kilobyte; whoever has ticked something loads the rest at once. */

// All entries of the store but how the site is shown, of whatever schema.
const ENTRY = /^colabora:(?:\d+:(?!(?:scheme|facilitator)$)|set-aside:)/;
const REACHING = ['pointerover', 'pointerdown', 'focusin', 'keydown', 'toggle', 'change'];

/** Tell whether a reader has entered anything here; where storage is denied, that has to be said. */
export function hasEntries() {
  try {
    return Object.keys(localStorage).some((key) => ENTRY.test(key));
  } catch {
    return true;
  }
}

/** Call a function once, now if there are entries, or as soon as the reader reaches for the element or another tab
 * writes. @param {HTMLElement} element @param {() => void} wake @param {boolean} [isWanted] */
export function whenWanted(element, wake, isWanted = hasEntries()) {
  const listening = new AbortController();
  const {signal} = listening;
  const run = () => {
    listening.abort();
    wake();
  };
  if (isWanted) return run();
  for (const type of REACHING) element.addEventListener(type, run, {signal, capture: true, passive: true});
  addEventListener('storage', ({key}) => (key === null || ENTRY.test(key)) && run(), {signal});
  addEventListener('pageshow', ({persisted}) => persisted && hasEntries() && run(), {signal});
}
