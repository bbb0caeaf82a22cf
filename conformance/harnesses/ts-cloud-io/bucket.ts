import { readdir, readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { s3 } from "@scrapbook/cloud-io/s3";
import { createIO } from "@scrapbook/core/io";
import { simdPieceScanner } from "@scrapbook/core/simd";
import { readScraps } from "@scrapbook/core/stream";
import { serverFile } from "../../../scripts/servers/installs.mjs";
import { s3Credentials, startVersitygw } from "../../../scripts/servers/versitygw.mjs";
import type { Editor } from "../ts-core/edit.ts";
import { limitsOf, type ReadInPieces } from "../ts-core/in-pieces.ts";

/** A real S3, for as long as the harness runs. */
export const server = await startVersitygw(serverFile("versitygw"), ["notebooks"]);
const store = s3({ endpoint: server.url, region: "us-east-1", credentials: s3Credentials });
export const { readNotebook, readNotebooks, editNotebook } = createIO<string>({ stores: [store] });

let runs = 0;

/** Puts files, or all of folders, into the bucket, below one prefix, and gives their addresses. What is not there is not there either. */
export function upload(paths: readonly string[]): Promise<string[]> {
  const prefix = `s3://notebooks/${runs++}`;
  return Promise.all(
    paths.map(async (path) => {
      const location = prefix + resolve(path);
      await copy(path, location);
      return location;
    }),
  );
}

async function copy(path: string, location: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) await store.write(location, [await readFile(path)]);
  if (!found?.isDirectory()) return;
  for (const name of await readdir(path)) await copy(`${path}/${name}`, `${location}/${name}`);
}

/** A copy of the file in the bucket, edited there, and what then stands in it. */
export const editObject: Editor = async (path, options, change) => {
  const [location = ""] = await upload([path]);
  await editNotebook(location, change, options);
  const opened = await store.open(location);
  const bytes = await opened?.read();
  await opened?.close();
  if (bytes === undefined) throw new Error("nothing was read back");
  return bytes;
};

/** A copy of the file in the bucket, as its body comes. */
export const readObject: ReadInPieces = async (path, options, asked) => {
  const [location = ""] = await upload([path]);
  const given = { ...options, ...limitsOf(asked), pieceScanner: simdPieceScanner() };
  if (!asked.once) return readScraps(location, { ...given, stores: [store] });
  const opened = await store.open(location);
  if (opened === undefined) throw new Error("nothing was opened");
  return readScraps(opened.stream(), given);
};
