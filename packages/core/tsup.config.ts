import { base } from "../../tsup.base.ts";

export default base({
  entry: [
    "src/index.ts",
    "src/internal.ts",
    "src/io/index.ts",
    "src/redact.ts",
    "src/simd/index.ts",
    "src/stream/index.ts",
    "src/validate.ts",
  ],
});
