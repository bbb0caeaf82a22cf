import { expect, test } from "vitest";
import { withAddresses } from "./readme-links.mjs";

test.each([
  ["[limits](../../docs/limits.md)", "[limits](https://host/us/it/blob/main/docs/limits.md)"],
  [
    "[why](../../schemas/SPEC.md#6-merging)",
    "[why](https://host/us/it/blob/main/schemas/SPEC.md#6-merging)",
  ],
  ["![page](../../docs/a.png)", "![page](https://host/us/it/raw/main/docs/a.png)"],
  ["[core](../core/README.md)", "[core](https://host/us/it/blob/main/packages/core/README.md)"],
  ["[inside](src/index.ts) [web](https://x/../y)", "[inside](src/index.ts) [web](https://x/../y)"],
])("the link %s leads somewhere on a registry's page too", (before, after) => {
  expect(withAddresses(before, "packages/node-io", "https://host/us/it")).toBe(after);
});
