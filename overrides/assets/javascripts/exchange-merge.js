// @ts-check
/** Two people's copies become one, entry by entry: the later one wins. */

import {isLater, valueToText} from './plan-value.js';

/**
 * @typedef {import('./plan-value.js').Value} Value
 * @typedef {{name: string, before: Value | null, after: Value}} Change
 * @typedef {{changes: Change[], older: number, same: number}} Merge
 */

/** Compare what is here with what comes in. @param {(name: string) => Value | null} get
 * @param {Map<string, Value>} incoming @returns {Merge} */
export function merge(get, incoming) {
  /** @type {Merge} */
  const result = {changes: [], older: 0, same: 0};
  for (const [name, after] of incoming) {
    const before = get(name);
    if (before && valueToText(name, before) === valueToText(name, after)) result.same += 1;
    else if (isLater(name, after, before)) result.changes.push({name, before, after});
    else result.older += 1;
  }
  return result;
}
