// Runs inside Chromium: answers what the harness passes on.
import { editWith, rewriteWith } from "../ts-core/edit.ts";
import { encode, reglueWith, reportWith } from "../ts-core/encode.ts";
import { answer, type Request } from "../ts-core/loop.ts";
import { listWith, readWith } from "../ts-core/read.ts";
import { tableWith } from "../ts-core/table.ts";
import { editCopy, folders, libraryOf, type Way } from "./ways.ts";

/** The answer to a line of the runner's, in one way of reading. */
export async function answerLine(way: Way, line: string): Promise<string> {
  const request = JSON.parse(line) as Request;
  const library = libraryOf(way);
  const answered = await answer(
    {
      start: {},
      operations: {
        ...{ read: readWith(library), table: tableWith(library), list: listWith(folders) },
        ...{ encode, reglue: reglueWith(library), report: reportWith(library) },
        ...{ rewrite: rewriteWith(editCopy), edit: editWith(editCopy) },
      },
    },
    request,
  );
  return JSON.stringify({ seq: request.seq, ...answered });
}
