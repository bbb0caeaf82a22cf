/** Kinds of pictures that front ends show, by the bytes they start with. */
const signatures: readonly (readonly [mime: string, start: readonly number[]])[] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The MIME type of a picture's bytes: PNG, JPEG, GIF or PDF. */
export function imageMime(bytes: Uint8Array): string | undefined {
  return signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
}
