import { isScrapbookError, type ScrapbookError } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import { type BundleMember, type OutputOutline, outputPath } from "../outline/outline.ts";
import { wrongType } from "../outline/outline-error.ts";
import { isRecordMime } from "../protocol/mime.ts";
import { type DecodedDisplay, decodeDisplay, decodeScrapMetadata, isMyst } from "./display.ts";
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
  const collect = <T>(decode: () => T): T | undefined => {
    try {
      return decode();
    } catch (error) {
      if (!isScrapbookError(error)) throw error;
      onProblem(error);
      return undefined;
    }
  };

  if (output.fault !== undefined) {
    const { path, got, offset } = output.fault;
    onProblem(wrongType(outputPath(output) + path, got, "object", offset));
    return { data, display: undefined };
  }
  const metadata = collect(() => decodeScrapMetadata(output));
  if (metadata !== undefined && !isMyst(metadata)) {
    for (const member of output.bundle) {
      const payload = collect(() => decodeMember(output, member, onWarning));
      const name = payload?.name ?? readableName(output.region, member);
      if (name !== undefined) data.set(name, payload);
    }
  }
  const display = metadata && collect(() => decodeDisplay(output, metadata));
  return { data, display };
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
