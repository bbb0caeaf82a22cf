import { readFile } from "node:fs/promises";
import { parseNotebook } from "@scrapbook/core";
import { pandas } from "@scrapbook/encoders-pandas";
import { toParquet } from "@scrapbook/encoders-pandas/parquet";
import type { Operation, Request } from "../ts-core/loop.ts";
import { tag } from "../ts-core/tag.ts";
import { createFrame } from "./create-frame.ts";
import type { FrameForm } from "./frame-form.ts";
import type { Judge } from "./judge.ts";
import { untag } from "./untag.ts";

/** The parts of an `encode` of a frame. */
interface EncodeRequest extends Request {
  readonly name: string;
  readonly value: unknown;
}

/** Whether a request is to write a frame, and no other value. */
export const writesFrame = ({ op, encoder }: Request): boolean =>
  op === "encode" && encoder === "pandas";

/**
 * `encode` of a frame: it is made of its values, written, and read by pandas 3, whose account of it
 * is the answer. Each pandas that is there compares it with the file that pandas wrote.
 */
export function encodeWith(judges: ReadonlyMap<string, Judge>): Operation {
  return async (request) => {
    const { name, value, files } = request as EncodeRequest;
    const parquet = toParquet(createFrame(untag(value) as FrameForm));
    const original = await storedParquet(files[0]?.path ?? "");
    for (const [version, judge] of judges) {
      const difference = await judge.compare(original, parquet);
      if (difference !== undefined) throw new Error(`${version}: ${difference}`);
    }
    const told = await judges.get("pandas 3")?.describe(parquet);
    if (told === undefined || !("frame" in told)) throw new Error(told?.raises ?? "no pandas 3");
    const payload = [
      ["name", name],
      ["data", told.frame],
      ["encoder", "pandas"],
      ["version", tag(1)],
    ];
    const bundle = [["application/scrapbook.scrap.pandas+json", { $object: payload }]];
    return { outputs: [{ outputType: "display_data", data: { $object: bundle } }] };
  };
}

/** The Parquet file of a notebook's scrap `frame`, as it is stored. */
export async function storedParquet(path: string): Promise<Uint8Array> {
  const notebook = parseNotebook(await readFile(path), { encoders: [pandas()] });
  const bytes = notebook.scraps.get("frame")?.as(pandas).parquetBytes;
  if (bytes === undefined) throw new Error(`${path} holds no frame`);
  return bytes;
}
