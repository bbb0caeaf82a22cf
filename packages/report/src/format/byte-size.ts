const units: readonly string[] = ["B", "KB", "MB", "GB", "TB"];

/** `34 B`, `1.2 KB`, `67 KB`: in steps of 1,000, two digits at least where there are decimals. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  const digits = unit === 0 || size >= 9.95 ? size.toFixed(0) : size.toFixed(1);
  return `${digits}\u00a0${units[unit]}`;
}

/** How many bytes a text takes as UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    // A pair's two units give two bytes each; any other unit from U+0800 on gives three.
    length += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return length;
}
