// @ts-check
/** `<colabora-lesson>`: how far the reader is in a lesson; and the switch of the facilitator view. */

import {WakingElement} from './waking-element.js';

const FACILITATOR = 'colabora:1:facilitator';

/** Show or hide the notes for those who teach. @param {boolean} isOn */
function showNotes(isOn) {
  document.documentElement.toggleAttribute('data-facilitator', isOn);
  for (const note of document.querySelectorAll('details.facilitator')) /** @type {HTMLDetailsElement} */ (note).open = isOn;
}

/** The switch: kept, and the same in every tab. The shell has set the attribute before the first paint. */
export function offerFacilitatorView() {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector('.facilitator-switch input'));
  if (!box) return;
  const draw = () => {
    showNotes(box.checked);
  };
  box.checked = document.documentElement.hasAttribute('data-facilitator');
  draw();
  box.addEventListener('change', () => {
    draw();
    try {
      if (box.checked) localStorage.setItem(FACILITATOR, 'on');
      else localStorage.removeItem(FACILITATOR);
    } catch {
      // Storage is denied: the choice holds for this page.
    }
  });
  addEventListener('storage', ({key, newValue}) => {
    if (key !== FACILITATOR) return;
    box.checked = newValue !== null;
    draw();
  });
}

export class LessonElement extends WakingElement {
  build() {
    this.querySelector('button')?.addEventListener('click', () => (this.isPressed = true));
  }

  async load() {
    await (await import('./lesson-live.js')).enlivenLesson(this);
  }
}
