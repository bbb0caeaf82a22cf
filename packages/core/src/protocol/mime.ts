import { bearingBeginnings } from "../json/known-key.ts";

/** What the MIME types of data scraps and of legacy records start with; case-sensitive. SPEC §2, §7. */
const [scrapMimePrefix, recordMimePrefix] = bearingBeginnings;

/** The length of the shortest key that bears a payload or a record. */
export const shortestScrapMime: number = scrapMimePrefix.length;

/** The MIME type under which a payload of `encoder` is written. SPEC §3. */
export function scrapMime(encoder: string): string {
  return `${scrapMimePrefix}.${encoder}+json`;
}

/** Whether a bundle's key bears a payload; its suffix does not matter. SPEC §2. */
export function isScrapMime(mime: string): boolean {
  return mime.startsWith(scrapMimePrefix);
}

/** Whether a bundle's key bears a legacy record. SPEC §7. */
export function isRecordMime(mime: string): boolean {
  return mime.startsWith(recordMimePrefix);
}

/** The encoder that a record's MIME type names: what follows the prefix and one character. SPEC §7. */
export function recordEncoder(mime: string): string {
  // One code point, as Python's [1:] skips it.
  const rest = mime.slice(recordMimePrefix.length);
  return rest.slice((rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

/** Whether nbformat stores values of this MIME type as JSON rather than as text or base64. SPEC §5. */
export function isJsonMime(mime: string): boolean {
  return mime === "application/json" || (mime.startsWith("application/") && mime.endsWith("+json"));
}

/** Whether a string value of this MIME type is text; what is neither text nor JSON is base64. SPEC §5. */
export function isTextMime(mime: string): boolean {
  return (
    mime.startsWith("text/") ||
    mime.endsWith("+xml") ||
    mime === "application/javascript" ||
    mime === "application/xml" ||
    mime === "application/x-latex"
  );
}
