// @ts-check
/** Days and durations in the words of a language. */

import {today} from './plan-dates.js';

/** @typedef {import('./plan-words.js').Words} Words */

const HOUR = 60; // minutes

/** Return the day of a moment where the reader is. @param {number} at ms @param {Words} words */
export function dayOf(at, words) {
  return words.day(today(new Date(at)));
}

/** Return minutes as hours and minutes. @param {number} minutes @param {Words} words */
export function timeText(minutes, words) {
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  return [hours ? words.count('hours', hours) : '', rest || !hours ? words.count('minutes', rest) : ''].filter(Boolean).join(' ');
}
