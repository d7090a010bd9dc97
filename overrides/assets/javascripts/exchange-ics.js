// @ts-check
/** The plan's days as a calendar file: one all-day event an item, with an UID that stays the same for ever. */

import ical from '../vendor/ical-generator-11.1.2/ical-generator.js';

/**
 * @typedef {import('./exchange-table.js').Line} Line
 * @typedef {import('./plan-words.js').Words} Words
 */

const MINUTE = 60_000;

/** Write items that have a day; what is not needed stays out. @param {Line[]} lines @param {Words} words
 * @param {number} dated when the opening day was chosen, in ms */
export function linesToIcs(lines, words, dated) {
  const language = words.locale.toUpperCase();
  const calendar = ical({name: words.text('calendar'), prodId: {company: 'CoLabora', product: 'My plan', language}});
  for (const line of lines.filter(({due, value}) => due && value?.state !== 'not-needed')) {
    // A later change has to count as later in the reader's calendar, also one of the opening day.
    const changed = Math.max(line.value?.at ?? 0, dated);
    calendar.createEvent({
      id: `${line.item.list}.${line.item.id}@colabora`,
      sequence: Math.floor(changed / MINUTE),
      stamp: new Date(changed),
      start: new Date(`${line.due}T00:00:00Z`),
      allDay: true,
      summary: line.value?.state === 'done' ? `✓ ${line.item.text}` : line.item.text,
      description: describe(line, words),
      url: `${line.page}#item--${line.item.list}--${line.item.id}`,
      categories: [{name: line.title}],
    });
  }
  return calendar.toString();
}

/** @param {Line} line @param {Words} words */
function describe({title, stage, value}, words) {
  const parts = [
    [stage, title].filter(Boolean).join(' · '),
    `${words.text('column-state')}: ${words.text(`state-${value?.state ?? 'todo'}`)}`,
    value?.owner ? `${words.text('column-owner')}: ${value.owner}` : '',
    value?.note ?? '',
  ];
  return parts.filter(Boolean).join('\n');
}
