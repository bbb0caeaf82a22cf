// node --import ./scripts/ts-loader.mjs --conditions=@scrapbook/source conformance/harnesses/ts-pandas/harness.ts
// Without the condition it is the built package that is tested. With SCRAPBOOK_PYTHON (pandas 3), and
// SCRAPBOOK_PYTHON_PANDAS2, frames are written as well, and read by pandas.
import { createInterface } from "node:readline";
import { answer, type Request } from "../ts-core/loop.ts";
import { encodeWith, writesFrame } from "./encode.ts";
import { Judge, judgePythons } from "./judge.ts";
import { harness } from "./ts-pandas.ts";

const judges = new Map([...judgePythons()].map(([name, python]) => [name, new Judge(python)]));
const encodeFrame = judges.has("pandas 3") ? encodeWith(judges) : undefined;

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request;
  if (request.cmd === "stop") break;
  const reply =
    request.cmd === "start" ? harness.start : { seq: request.seq, ...(await told(request)) };
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
for (const judge of judges.values()) judge.close();

/** Frames are written here, everything else is core's. */
async function told(request: Request): Promise<object> {
  if (!writesFrame(request)) return answer(harness, request);
  if (encodeFrame === undefined) return { skipped: "no Python with pandas reads what is written" };
  return answer({ ...harness, operations: { encode: encodeFrame } }, request);
}
