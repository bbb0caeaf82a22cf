import { ScrapbookError } from "@scrapbook/core";
import { expect, test } from "vitest";
import { renderUnread } from "./unread.ts";

test("nothing unread is no section", () => {
  expect(renderUnread(new Map())).toBeUndefined();
});

test("each notebook that could not be read is named with its error", () => {
  const error = new ScrapbookError("json-truncated", { what: "The JSON ends too early" });
  expect(`${renderUnread(new Map([["<CUT>", error]]))}`).toContain(
    '<dt><bdi>&lt;CUT&gt;</bdi></dt><dd><code class="fault">json-truncated</code> The JSON ends too early.</dd>',
  );
});
