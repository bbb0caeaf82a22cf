import { isUrl } from "../platform.ts";

/** What is written like an address: `s3://…`, `x://…`, `https:/…`, but no `C:\…` and no `C:/…`. */
const address = /^(?:[a-z][a-z0-9+.-]*:[/\\]{2,}|[a-z][a-z0-9+.-]+:[/\\])/i;

/**
 * An address as messages, keys and tables may show it: without user, password, query and fragment.
 * What is no address is a path, and given as it is.
 *
 * Where an address does not parse, or where what looks like its host may be the beginning of a
 * password (`https://user:1/2@host/x`), everything before the last `@` is left out: rather too
 * little is shown than a secret.
 */
export function redact(location: string): string {
  const [start] = address.exec(location) ?? [];
  if (start === undefined) return location;
  const rest = location.slice(start.length);
  const host = /^[^/\\?#]*/.exec(rest)?.[0] ?? "";
  const isDoubtful = /[:@]/.test(host) && rest.includes("@", host.length);
  if (isDoubtful || (rest.includes("@") && !isUrl(location))) {
    return `${start}…@${withoutQuery(rest.slice(rest.lastIndexOf("@") + 1))}`;
  }
  return start + withoutQuery(rest.slice(host.lastIndexOf("@") + 1));
}

function withoutQuery(text: string): string {
  return text.replace(/[?#].*$/s, "");
}
