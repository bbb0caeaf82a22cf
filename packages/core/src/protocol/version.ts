/** The payload version this package writes, and the latest it knows. SPEC §3. */
export const payloadVersion = 1;

/** The value that Python's scrapbook and we write: name, data, encoder, version in this order. */
export const payloadMembers = ["name", "data", "encoder", "version"] as const;
