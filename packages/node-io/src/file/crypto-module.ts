/**
 * `node:crypto`, loaded when it is first used: that takes as long as to read a dozen notebooks, and who only reads
 * needs none of it.
 */
export function cryptoModule(): typeof import("node:crypto") {
  return process.getBuiltinModule("node:crypto");
}
