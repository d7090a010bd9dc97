// @ts-check
/** The answer to a question as the page's inputs hold it, and what is right about it.
 *
 * An answer goes by ids, never by places: `signed`, `['one', 'two']`, `['ask=1', 'count=2']` for an order, `8`, or a
 * text. So it outlives a change of language, of version and of the order of the choices. */

/**
 * @typedef {string | string[]} Answer
 * @typedef {{isWhole: boolean, isRight: boolean, chosen: string[], missing: number, inPlace: number, tooLow: boolean}} Verdict
 */

const NOTHING = {isWhole: false, isRight: false, chosen: /** @type {string[]} */ ([]), missing: 0, inPlace: 0, tooLow: false};

/** @param {HTMLElement} element @returns {(HTMLInputElement | HTMLTextAreaElement)[]} */
export function inputsOf(element) {
  return [...element.querySelectorAll('fieldset input, fieldset textarea')].map((input) => /** @type {HTMLInputElement} */ (input));
}

/** @param {Element} input */
function choiceOf(input) {
  return /** @type {HTMLElement | null} */ (input.closest('[data-choice-id]'))?.dataset.choiceId ?? '';
}

/** Read what the reader has entered. @param {HTMLElement} element @returns {Answer} */
export function readAnswer(element) {
  const inputs = inputsOf(element);
  const ticked = inputs.filter((input) => 'checked' in input && input.checked).map(choiceOf);
  switch (element.dataset.type) {
    case 'single':
      return ticked[0] ?? '';
    case 'multiple':
    case 'self':
      return ticked;
    case 'order':
      return inputs.filter((input) => input.value).map((input) => `${choiceOf(input)}=${input.value}`);
    default:
      return inputs[0]?.value ?? '';
  }
}

/** Show a stored answer; of what is no longer there nothing is shown. @param {HTMLElement} element @param {unknown} answer */
export function showAnswer(element, answer) {
  const chosen = new Set(Array.isArray(answer) ? answer.map(String) : [String(answer ?? '')]);
  for (const input of inputsOf(element)) {
    const id = choiceOf(input);
    if ('checked' in input && ['radio', 'checkbox'].includes(input.type)) input.checked = chosen.has(id);
    else if (input !== document.activeElement) {
      const text = id ? [...chosen].find((entry) => entry.startsWith(`${id}=`))?.slice(id.length + 1) : [...chosen][0];
      if (input.value !== (text ?? '')) input.value = text ?? '';
    }
  }
}

/** Hold an answer against the right one. @param {HTMLElement} element @param {Answer} answer @returns {Verdict} */
export function judge(element, answer) {
  const feedback = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('.question-solution [data-feedback-for]')]);
  if (element.dataset.type === 'number') return judgeNumber(Number(element.dataset.answer), Number(element.dataset.tolerance ?? 0), String(answer));
  if (element.dataset.type === 'order') return judgeOrder(feedback.map((entry) => entry.dataset.feedbackFor ?? ''), /** @type {string[]} */ (answer));
  const right = feedback.filter((entry) => entry.dataset.right === 'true').map((entry) => entry.dataset.feedbackFor ?? '');
  const chosen = [answer].flat().filter(Boolean);
  const missing = right.filter((id) => !chosen.includes(id)).length;
  const isRight = missing === 0 && chosen.length === right.length;
  return {...NOTHING, isWhole: chosen.length > 0, isRight, chosen, missing: chosen.every((id) => right.includes(id)) ? missing : 0};
}

/** @param {number} wanted @param {number} tolerance @param {string} answer @returns {Verdict} */
function judgeNumber(wanted, tolerance, answer) {
  const number = Number.parseFloat(answer);
  const isNear = Math.abs(number - wanted) <= tolerance + 1e-9; // a sum of decimals may miss by less than that
  return {...NOTHING, isWhole: Number.isFinite(number), isRight: isNear, tooLow: number < wanted};
}

/** @param {string[]} order @param {string[]} answer @returns {Verdict} */
function judgeOrder(order, answer) {
  const places = new Map(answer.map((entry) => /** @type {[string, string]} */ (entry.split('='))));
  const numbers = new Set(order.map((id) => places.get(id)));
  const isWhole = order.every((_, place) => numbers.has(String(place + 1)));
  const inPlace = order.filter((id, place) => places.get(id) === String(place + 1)).length;
  return {...NOTHING, isWhole, isRight: inPlace === order.length, inPlace};
}
