/** The encoder `upper` of the cases: conformance/CASES.md, "Encoders of the caller". */
export const upper = {
  name: "upper",
  encodable: () => false,
  encode: (value) => value.toUpperCase(),
  decode: (data) => data.toLowerCase(),
};
