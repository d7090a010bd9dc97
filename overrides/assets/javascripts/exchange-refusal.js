// @ts-check
/** Why a file or link was not taken: a key of the strings group `plan`, and what fills it. */

export class Refusal extends Error {
  /** @param {string} reason without `refuse-` @param {Record<string, unknown>} [values] */
  constructor(reason, values = {}) {
    super(reason);
    this.name = 'Refusal';
    this.key = `refuse-${reason}`;
    this.values = values;
  }
}
