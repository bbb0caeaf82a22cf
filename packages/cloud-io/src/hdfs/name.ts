import { redact } from "@scrapbook/core/redact";

/** How messages call an address. Names may hold `?` and `#`: nothing behind the host is a query. */
export function hdfsName(location: string): string {
  const [, rest] = /^hdfs:\/\/[^/]*(\/.*)?$/is.exec(location) ?? [];
  const host = redact(location.slice(0, location.length - (rest?.length ?? 0)));
  return rest === undefined ? redact(location) : host + rest;
}
