import { base } from "../../tsup.base.ts";

export default base({
  entry: { index: "src/index.ts", dom: "src/dom/index.ts", element: "src/element/index.ts" },
  dts: {
    compilerOptions: {
      ignoreDeprecations: "6.0",
      noCheck: true,
      lib: ["ES2023", "DOM", "DOM.Iterable"],
    },
  },
});
