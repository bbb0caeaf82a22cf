/** The encoder `date` of the cases: conformance/CASES.md, "Encoders of the caller". */
export const date = {
  name: "date",
  encodable: (value) => value instanceof Date,
  encode: (value) => value.toISOString().slice(0, 10),
  decode(data) {
    if (typeof data === "string" && /^\d{4}-\d{2}-\d{2}$/.test(data)) return `date:${data}`;
    throw new Error(`no date: ${data}`);
  },
};
