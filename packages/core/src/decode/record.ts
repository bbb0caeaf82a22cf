import { ScrapbookError } from "../error/error.ts";
import { kindPhrase } from "../json/kind.ts";
import type { BundleMember, OutputOutline } from "../outline/outline.ts";
import { kindIn } from "../outline/region.ts";
import { recordEncoder } from "../protocol/mime.ts";
import { type Payload, payloadPath } from "./payload.ts";

/**
 * A record, papermill's older form of a scrap: `{name: value}` under a MIME type that ends in the
 * encoder. Only the first member counts; an empty record is none. SPEC §7.
 *
 * @throws `payload-record-invalid` for what is not an object, or whose value is null.
 */
export function decodeRecord(output: OutputOutline, member: BundleMember): Payload | undefined {
  const { region } = output;
  const { mime } = member;
  if (member.members === undefined) {
    throw new ScrapbookError("payload-record-invalid", {
      what: "The legacy record is not an object",
      path: payloadPath({ output, mime }),
      offset: member.start,
      got: kindPhrase(kindIn(region, member)),
    });
  }
  const [first] = member.members;
  if (first === undefined) return undefined;
  if (kindIn(region, first) === "null") {
    throw new ScrapbookError("payload-record-invalid", {
      what: "The legacy record's value is null",
      path: payloadPath({ output, mime }),
      offset: first.start,
    });
  }
  const encoder = recordEncoder(mime);
  return { name: first.key, encoder, version: 1n, data: first, members: [], output, mime };
}
