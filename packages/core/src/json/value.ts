/**
 * A JSON value as this package holds it: what `JSON.parse` gives, except that integers outside
 * ±(2^53−1) are `bigint` and that `NaN` and `±Infinity`, which Python writes, are numbers.
 * SPEC §10.
 */
export type JsonValue = null | boolean | number | bigint | string | JsonArray | JsonObject;

/** A JSON array. */
export type JsonArray = readonly JsonValue[];

/** A JSON object. Every member is an own property, `__proto__` too. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
