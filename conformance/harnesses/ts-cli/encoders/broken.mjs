/** The encoder `broken` of the cases: conformance/CASES.md, "Encoders of the caller". */
export const broken = {
  name: "broken",
  encodable: () => false,
  encode: breaks,
  decode: breaks,
};

function breaks() {
  throw new Error("it breaks");
}
