/**
 * Seeded random numbers (mulberry32), so that every machine measures the same bytes.
 *
 * @param {number} seed
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  /** @returns {number} from 0 up to, but not including, 1 */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  /** @param {number} limit */
  const below = (limit) => Math.floor(next() * limit);
  return {
    next,
    below,
    /** @template T @param {readonly T[]} items @returns {T} */
    pick: (items) => /** @type {T} */ (items[below(items.length)]),
    /** @param {number} length */
    base64: (length) => {
      const bytes = Buffer.alloc(Math.ceil((length * 3) / 4));
      for (let i = 0; i < bytes.length; i++) bytes[i] = below(256);
      return bytes.toString("base64");
    },
    /** @param {number} length */
    hex: (length) => Array.from({ length }, () => below(16).toString(16)).join(""),
  };
}

/** @typedef {ReturnType<typeof createRandom>} Random */
