/**
 * The header `Retry-After` as milliseconds. It holds seconds, or a date.
 *
 * @param now milliseconds since 1970. Default: the time it is.
 * @returns `undefined` where there is none, or it makes no sense.
 */
export function retryAfterMs(
  header: string | undefined,
  now: number = Date.now(),
): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  // Only a date of HTTP: Date.parse takes nearly anything.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
