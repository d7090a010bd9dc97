// @ts-check
/** Days as text, `2027-05-01`: counted and shown without a time zone ever moving them. */

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 86_400_000;

/** Tell whether the text is a day of the calendar. @param {unknown} text */
export function isDay(text) {
  return typeof text === 'string' && DAY.test(text) && toDay(new Date(`${text}T00:00:00Z`)) === text;
}

/** Return the day a number of days later. @param {string} day @param {number} days */
export function addDays(day, days) {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS));
}

/** Return how many days lie between two days. @param {string} from @param {string} to */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS);
}

/** Return today as the reader's clock has it. */
export function today(now = new Date()) {
  return toDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

/** @param {Date} date */
function toDay(date) {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
