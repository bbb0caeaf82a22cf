/** The literal that begins with `byte`, if one does. SPEC §10.1. */
export function literalFrom(byte: number | undefined): string | undefined {
  switch (byte) {
    case 0x74: // t
      return "true";
    case 0x66: // f
      return "false";
    case 0x6e: // n
      return "null";
    case 0x4e: // N
      return "NaN";
    case 0x49: // I
      return "Infinity";
    default:
      return undefined;
  }
}
