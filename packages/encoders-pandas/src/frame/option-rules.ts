import { aBoolean, type OptionRules, oneOf } from "@scrapbook/core/internal";

/** What `CellOptions` may be. */
export const cellRules: OptionRules = {
  integers: /* @__PURE__ */ oneOf("auto", "bigint", "number"),
  times: /* @__PURE__ */ oneOf("iso", "date", "raw"),
};

/** What `RowOptions` may be. */
export const rowRules: OptionRules = { ...cellRules, index: aBoolean };
