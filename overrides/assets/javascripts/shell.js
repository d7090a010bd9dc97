/**
 * The shell: what every page does beyond its HTML. Each part is one function and none is needed to read the page.
 *
 * It runs before the first paint (`blocking="render"`), so that a chosen colour scheme does not flash; the rest waits
 * for the document.
 */

const SCHEME = 'colabora:1:scheme';
const root = document.documentElement;

/** Return what the reader chose, or nothing: also where storage is denied. */
function chosenScheme() {
  try {
    return localStorage.getItem(SCHEME) ?? 'auto';
  } catch {
    return 'auto';
  }
}

/** Tell whether the notes for those who teach are to be shown (lesson.js has the switch). */
function isFacilitator() {
  try {
    return localStorage.getItem('colabora:1:facilitator') !== null;
  } catch {
    return false;
  }
}

/** Show a scheme: the system's, or the one that was chosen. */
function showScheme(scheme) {
  if (scheme === 'light' || scheme === 'dark') root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
}

/** Let the reader choose; only then is anything stored. */
function offerSchemes() {
  const form = document.querySelector('.scheme');
  const show = (scheme) => {
    showScheme(scheme);
    for (const radio of form.elements.scheme) radio.checked = radio.value === (root.dataset.scheme ?? 'auto');
  };
  show(chosenScheme());
  form.addEventListener('change', () => {
    const scheme = form.elements.scheme.value;
    showScheme(scheme);
    try {
      if (scheme === 'auto') localStorage.removeItem(SCHEME);
      else localStorage.setItem(SCHEME, scheme);
    } catch {
      // Storage is denied: the choice holds for this page.
    }
  });
  addEventListener('storage', (event) => event.key === SCHEME && show(event.newValue ?? 'auto'));
  addEventListener('pageshow', (event) => event.persisted && show(chosenScheme()));
}

/** Keep the focus in the open drawer: the rest of the page is out of reach until it closes. */
function keepFocusInMenu() {
  const menu = document.getElementById('md-menu');
  const rest = document.querySelectorAll('.skip, .masthead, main, .footer');
  menu.addEventListener('beforetoggle', (event) => {
    for (const part of rest) part.inert = event.newState === 'open';
  });
  const opener = document.querySelector('.menu-open');
  new ResizeObserver(() => {
    if (menu.matches(':popover-open') && !opener.checkVisibility()) menu.hidePopover();
  }).observe(document.body);
}

/** Let a change of language stay at the section. */
function keepSection() {
  const follow = () => {
    for (const link of document.querySelectorAll('.languages a')) link.hash = location.hash;
  };
  follow();
  addEventListener('hashchange', follow);
}

/** Open the table of contents beside the text, and mark where the reader is. */
function followContents() {
  const contents = document.querySelector('.contents details');
  if (!contents) return;
  // Style sheets say how wide is wide; asked after the first layout and before the first paint, nothing moves.
  let isBeside = false;
  new ResizeObserver(() => {
    if (isBeside === (getComputedStyle(contents.parentElement).position === 'sticky')) return;
    contents.open = isBeside = !isBeside;
  }).observe(document.body);
  const links = new Map();
  for (const link of contents.querySelectorAll('a')) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const passed = new Set();
  // Everything above the screen counts, so that no heading is missed where a reader jumps.
  const watcher = new IntersectionObserver((entries) => {
    for (const {target, isIntersecting} of entries) {
      if (isIntersecting) passed.add(target);
      else passed.delete(target);
    }
    const here = links.get([...links.keys()].findLast((heading) => passed.has(heading)));
    for (const link of links.values()) {
      if (link === here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  }, {rootMargin: '9999999px 0px -66%'});
  for (const heading of links.keys()) watcher.observe(heading);
}

/** Open the search box by its button and by `/`; without this the button is a link to the list from A to Z. */
function offerSearch() {
  const opener = document.querySelector('[data-search-open]');
  const box = document.getElementById('md-search');
  const open = (event) => {
    event.preventDefault();
    box.showModal();
    box.querySelector('[data-search-input]').focus();
    import('./search.js').catch(() => {
      const part = box.querySelector('colabora-search');
      part.firstElementChild.textContent = part.dataset.trouble;
    });
  };
  box.querySelector('.search-close').addEventListener('click', () => box.close());
  opener.role = 'button';
  opener.ariaHasPopup = 'dialog';
  opener.addEventListener('click', (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && open(event));
  opener.addEventListener('keydown', (event) => event.key === ' ' && open(event));
  addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]');
    if (event.key === '/' && !isTyping && !box.open && !event.ctrlKey && !event.metaKey && !event.altKey) open(event);
  });
}

/** Fetch the page a reader points at, so that it is there when it is asked for; not where data is dear. */
function fetchAhead() {
  const {saveData, effectiveType = ''} = navigator.connection ?? {};
  if (saveData || effectiveType.endsWith('2g')) return;
  const known = new Set([location.pathname]);
  const ahead = (event) => {
    const link = event.target.closest?.('a[href]');
    if (!navigator.onLine || !link || link.origin !== location.origin || !link.pathname.endsWith('/') || known.has(link.pathname)) return;
    known.add(link.pathname);
    document.head.append(Object.assign(document.createElement('link'), {rel: 'prefetch', href: link.pathname}));
  };
  addEventListener('pointerover', ahead, {passive: true});
  addEventListener('focusin', ahead);
}

function start() {
  offerSchemes();
  keepFocusInMenu();
  keepSection();
  followContents();
  offerSearch();
  fetchAhead();
}

showScheme(chosenScheme());
root.toggleAttribute('data-facilitator', isFacilitator());
if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();
