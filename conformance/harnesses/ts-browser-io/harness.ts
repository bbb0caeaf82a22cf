// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source conformance/harnesses/ts-browser-io/harness.ts fetch
// The way comes last: fetch, blob or opfs. Without the condition it is the built package that is tested. Needs Chromium.
import { createInterface } from "node:readline";
import type { Request } from "../ts-core/loop.ts";
import { harness as core, versionOf } from "../ts-core/ts-core.ts";
import { openSuitePage } from "./suite-page.ts";
import type { Way } from "./ways.ts";

declare const harness: typeof import("./page.ts");

const way = (process.argv[2] ?? "fetch") as Way;
const { capabilities } = core.start as { capabilities: string[] };
const start = {
  ...core.start,
  implementation: {
    name: `@scrapbook/browser-io, ${way}`,
    language: "TypeScript",
    version: versionOf("browser-io"),
  },
  capabilities: way === "opfs" ? [...capabilities, "list"] : capabilities,
};

const { page, close } = await openSuitePage();
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  if (request.cmd === "stop") break;
  // As text: what is nested deeply, the driver of the browser cannot pass on.
  const reply =
    request.cmd === "start"
      ? JSON.stringify(start)
      : await page.evaluate(([way, line]) => harness.answerLine(way, line), [way, line] as const);
  process.stdout.write(`${reply}\n`);
}
await close();
process.exit();
