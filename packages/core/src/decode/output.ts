import { isScrapbookError, type ScrapbookError } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import { type BundleMember, type OutputOutline, outputPath } from "../outline/outline.ts";
import { wrongType } from "../outline/outline-error.ts";
import { isRecordMime } from "../protocol/mime.ts";
import {
  type DecodedDisplay,
  decodeDisplay,
  decodeScrapMetadata,
  isMyst,
  type ScrapMetadata,
} from "./display.ts";
import { decodePayload, type Payload, readableName } from "./payload.ts";
import { decodeRecord } from "./record.ts";

/** What one output contributes to its notebook's scraps. SPEC §2. */
export interface DecodedOutput {
  /** Data scraps by name: the payload, or `undefined` where the name's last payload is invalid. */
  readonly data: ReadonlyMap<string, Payload | undefined>;
  readonly display: DecodedDisplay | undefined;
}

/** Reads the scraps of one output, reporting what is wrong instead of throwing. SPEC §2, §12. */
export function decodeOutput(
  output: OutputOutline,
  onProblem: (problem: ScrapbookError) => void,
  onWarning: (warning: Problem) => void,
): DecodedOutput {
  const data = new Map<string, Payload | undefined>();
  if (output.fault !== undefined) {
    const { path, got, offset } = output.fault;
    onProblem(wrongType(outputPath(output) + path, got, "object", offset));
    return { data, display: undefined };
  }
  // Written out three times: in closures it took a third longer, for every output that bears something.
  let metadata: ScrapMetadata;
  try {
    metadata = decodeScrapMetadata(output);
  } catch (error) {
    tell(error, onProblem);
    return { data, display: undefined };
  }
  if (!isMyst(metadata)) {
    for (const member of output.bundle) {
      let payload: Payload | undefined;
      try {
        payload = decodeMember(output, member, onWarning);
      } catch (error) {
        tell(error, onProblem);
      }
      const name = payload?.name ?? readableName(output.region, member);
      if (name !== undefined) data.set(name, payload);
    }
  }
  let display: DecodedDisplay | undefined;
  try {
    display = decodeDisplay(output, metadata);
  } catch (error) {
    tell(error, onProblem);
  }
  return { data, display };
}

function tell(error: unknown, onProblem: (problem: ScrapbookError) => void): void {
  if (!isScrapbookError(error)) throw error;
  onProblem(error);
}

function decodeMember(
  output: OutputOutline,
  member: BundleMember,
  onWarning: (warning: Problem) => void,
): Payload | undefined {
  return isRecordMime(member.mime)
    ? decodeRecord(output, member)
    : decodePayload(output, member, onWarning);
}
