import { isScrapbookError, type ScrapbookError } from "../error.ts";
import { wrongType } from "../notebook/notebook-error.ts";
import { type BundleMember, type OutputOutline, outputPath } from "../notebook/outline.ts";
import type { Problem } from "../problem.ts";
import { isRecordMime } from "../protocol/mime.ts";
import { type DisplayHead, decodeDisplay, decodeScrapMetadata, isMyst } from "./display.ts";
import { decodePayload, type Payload, readableName } from "./payload.ts";
import { decodeRecord } from "./record.ts";

/** What one output contributes to its notebook's scraps. SPEC §2. */
export interface OutputFindings {
  /** Data scraps by name: the payload, or `undefined` where the name's last payload is invalid. */
  readonly data: ReadonlyMap<string, Payload | undefined>;
  readonly display: DisplayHead | undefined;
  /** What was wrong, in the order of checks. SPEC §12. */
  readonly problems: readonly ScrapbookError[];
}

/** Reads the scraps of one output, collecting what is wrong instead of throwing. SPEC §2, §12. */
export function decodeOutput(
  output: OutputOutline,
  onWarning: (warning: Problem) => void,
): OutputFindings {
  const problems: ScrapbookError[] = [];
  const data = new Map<string, Payload | undefined>();
  const collect = <T>(decode: () => T): T | undefined => {
    try {
      return decode();
    } catch (error) {
      if (!isScrapbookError(error)) throw error;
      problems.push(error);
      return undefined;
    }
  };

  if (output.fault !== undefined) {
    const { path, got } = output.fault;
    problems.push(wrongType(outputPath(output) + path, got, "object"));
    return { data, display: undefined, problems };
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
  return { data, display, problems };
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
