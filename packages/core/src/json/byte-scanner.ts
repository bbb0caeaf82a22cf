import { atomStart, atomStep, mayEnd } from "./byte-atom.ts";
import {
  AFTER_VALUE,
  COLON_NEXT,
  isObjectAt,
  KEY,
  KEY_OR_END,
  type PieceScanner,
  SIGN,
  VALUE,
  VALUE_OR_END,
} from "./piece-scanner.ts";
import { highestSecond, lowestSecond } from "./string-token.ts";
import { commaDepth, tapeDepth } from "./tape.ts";
import { isSpace } from "./white-space.ts";

const pieceSize = 1 << 16;

/** Bytes that end nothing inside a string. */
const plain: Uint8Array = /* @__PURE__ */ Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x80 && byte !== 0x22 && byte !== 0x5c ? 1 : 0,
);

/** A scanner of pieces in TypeScript, a byte at a time: for where there is no WebAssembly with SIMD. */
export function byteScanner(): PieceScanner {
  const input = new Uint8Array(pieceSize);
  const positions = new Uint32Array(pieceSize);
  const tape = { positions, keys: new Uint32Array(pieceSize), length: 0 };
  let kinds = new Uint8Array(16);
  let [depth, maxDepth, state] = [0, 0, VALUE];
  // In a string: how many hexadecimal digits, or bytes of a character, are to come, and which.
  let [isInString, isEscaped, neededHex, neededBytes, lowest, highest] = [false, false, 0, 0, 0, 0];

  function stringByte(byte: number): boolean {
    if (neededBytes > 0) {
      neededBytes--;
      const isRight = byte >= lowest && byte <= highest;
      [lowest, highest] = [0x80, 0xbf];
      return isRight;
    }
    if (neededHex > 0) {
      neededHex--;
      return /[\da-f]/i.test(String.fromCharCode(byte));
    }
    if (isEscaped) {
      isEscaped = false;
      if (byte === 0x75 /* u */) neededHex = 4;
      return '"\\/bfnrtu'.includes(String.fromCharCode(byte));
    }
    if (byte === 0x22 /* " */) isInString = false;
    else if (byte === 0x5c /* \ */) isEscaped = true;
    else if (byte >= 0x80) {
      neededBytes = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      [lowest, highest] = [lowestSecond(byte), highestSecond(byte)];
      return byte >= 0xc2 && byte <= 0xf4;
    } else return byte >= 0x20;
    return true;
  }

  function open(isObject: boolean): boolean {
    if (++depth > maxDepth || (state !== VALUE && state !== VALUE_OR_END)) return false;
    const byte = depth >> 3;
    if (byte === kinds.length) {
      const larger = new Uint8Array(byte * 2);
      larger.set(kinds);
      kinds = larger;
    }
    const bit = 1 << (depth & 7);
    kinds[byte] = isObject ? (kinds[byte] as number) | bit : (kinds[byte] as number) & ~bit;
    state = isObject ? KEY_OR_END : VALUE_OR_END;
    return true;
  }

  /** Takes a byte outside of strings and atoms that is no white space. */
  function token(byte: number, at: number): boolean {
    const isObject = depth > 0 && isObjectAt(kinds, depth);
    const isValueNext = state === VALUE || state === VALUE_OR_END;
    let isNoted = depth <= tapeDepth;
    switch (byte) {
      case 0x22: // "
        isInString = true;
        if (isValueNext) state = AFTER_VALUE;
        else if (state === KEY || state === KEY_OR_END) state = COLON_NEXT;
        else return false;
        return true;
      case 0x7b: // {
      case 0x5b: // [
        if (!open(byte === 0x7b)) return false;
        isNoted = depth <= tapeDepth;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        if (depth === 0 || isObject !== (byte === 0x7d)) return false;
        if (state !== AFTER_VALUE && state !== (isObject ? KEY_OR_END : VALUE_OR_END)) return false;
        depth--;
        state = AFTER_VALUE;
        break;
      case 0x3a: // :
        if (state !== COLON_NEXT) return false;
        state = VALUE;
        break;
      case 0x2c: // ,
        if (state !== AFTER_VALUE || depth === 0) return false;
        state = isObject ? KEY : VALUE;
        isNoted &&= isObject || depth <= commaDepth;
        break;
      default:
        if (!isValueNext) return false;
        state = atomStart(byte);
        return state !== 0;
    }
    if (isNoted) {
      tape.keys[tape.length] = 0;
      positions[tape.length++] = at;
    }
    return true;
  }

  function outside(byte: number, at: number): boolean {
    if (state >= SIGN) {
      const next = atomStep(state, byte);
      if (next !== 0) {
        state = next;
        return true;
      }
      if (!mayEnd(state)) return false;
      state = AFTER_VALUE;
    }
    return isSpace(byte) || token(byte, at);
  }

  return {
    input,
    block: 1,
    tape,
    get standing() {
      return { depth, kinds, state, isInString, isEscaped, neededHex };
    },
    begin: (deepest) => {
      [depth, maxDepth, state] = [0, deepest, VALUE];
      [isInString, isEscaped, neededHex, neededBytes] = [false, false, 0, 0];
    },
    scan: (length, isLast) => {
      tape.length = 0;
      for (let i = 0; i < length; i++) {
        if (isInString && !isEscaped && neededHex + neededBytes === 0) {
          while (i < length && plain[input[i] as number] === 1) i++;
          if (i === length) break;
        }
        const byte = input[i] as number;
        if (!(isInString ? stringByte(byte) : outside(byte, i))) return false;
      }
      if (!isLast) return true;
      if (mayEnd(state)) state = AFTER_VALUE;
      return !isInString && depth === 0 && state === AFTER_VALUE;
    },
  };
}
