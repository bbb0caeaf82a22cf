const iso = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * `2026-11-23 01:04 UTC` of an ISO 8601 time, in the zone in which it was written: a report says the
 * same wherever it is read. `undefined` where the text is no such time.
 */
export function formatTime(text: string): string | undefined {
  const [, date, time, zone = ""] = iso.exec(text) ?? [];
  if (date === undefined) return undefined;
  return `${date} ${time}${zone === "" ? "" : zone === "Z" || zone === "+00:00" ? " UTC" : ` ${zone}`}`;
}
