// @ts-check
/** Handing a file to the reader. Nothing is sent: the browser saves what the page made. */

import {today} from './plan-dates.js';

const TYPES = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar;charset=utf-8',
};

/** Save a file as `colabora-plan-2027-05-01.csv`. @param {string | Uint8Array} content @param {keyof typeof TYPES} ending */
export function download(content, ending) {
  const address = URL.createObjectURL(new Blob([/** @type {BlobPart} */ (content)], {type: TYPES[ending]}));
  const link = document.createElement('a');
  link.href = address;
  link.download = `colabora-plan-${today()}.${ending}`;
  link.click();
  // The download has begun with the click; the address would otherwise hold its bytes until the page is left.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
