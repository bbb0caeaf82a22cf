import { base } from "../../tsup.base.ts";

export default base({
  entry: ["src/index.ts", "src/*/index.ts"],
  dts: {
    compilerOptions: {
      ignoreDeprecations: "6.0",
      noCheck: true,
      lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
    },
  },
});
