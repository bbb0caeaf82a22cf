const words: Readonly<Record<number, string>> = {
  116: "true",
  102: "false",
  110: "null",
  78: "NaN",
  73: "Infinity",
};

/** The offset after the number or word that starts at `at`; −1 when there is none. A byte that ends both must follow. */
export function atomEnd(bytes: Uint8Array, at: number): number {
  let i = at;
  const word = words[bytes[i] as number];
  if (word !== undefined) return wordEnd(bytes, i, word);
  if (bytes[i] === 0x2d) i++;
  if (bytes[i] === 0x49) return wordEnd(bytes, i, "Infinity");
  if (bytes[i] === 0x30) i++;
  else {
    const from = i;
    while (isDigit(bytes[i] as number)) i++;
    if (i === from) return -1;
  }
  if (bytes[i] === 0x2e) {
    const from = ++i;
    while (isDigit(bytes[i] as number)) i++;
    if (i === from) return -1;
  }
  if (((bytes[i] as number) | 0x20) === 0x65) {
    i++;
    if (bytes[i] === 0x2b || bytes[i] === 0x2d) i++;
    const from = i;
    while (isDigit(bytes[i] as number)) i++;
    if (i === from) return -1;
  }
  return i;
}

/** Whether `JSON.parse` reads the number or word at `at` as SPEC §10 says. */
export function isPlainAtom(bytes: Uint8Array, at: number, end: number): boolean {
  const first = bytes[at];
  if (first === 0x4e || first === 0x49) return false;
  if (first === 0x2d && bytes[at + 1] === 0x49) return false;
  if (first === 0x2d && bytes[at + 1] === 0x30 && end === at + 2) return false;
  if (end - at < 16) return true;
  for (let i = at + 1; i < end; i++) if (!isDigit(bytes[i] as number)) return true;
  return false;
}

function wordEnd(bytes: Uint8Array, at: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return -1;
  return at + word.length;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
