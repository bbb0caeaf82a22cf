import { ScrapbookError } from "../error.ts";
import { kindPhrase } from "../json/kind.ts";
import { parseJson } from "../json/parse.ts";
import { jsonPointer } from "../json/pointer.ts";
import type { Span } from "../json/span.ts";
import { kindAt } from "../json/walk.ts";
import type { BundleMember, OutputOutline } from "../notebook/outline.ts";
import type { Problem } from "../problem.ts";
import { isRecordMime } from "../protocol/mime.ts";
import { payloadVersion } from "../protocol/version.ts";
import { bytesOf, type Region } from "../region.ts";
import { decodeVersion } from "./version.ts";

/** A payload's head, checked; its data stays where it lies until somebody asks. SPEC §3. */
export interface Payload {
  readonly name: string;
  readonly encoder: string;
  /** The version as written, `1` for `1.0`. */
  readonly version: bigint;
  readonly data: Span;
  readonly region: Region;
  /** JSON pointer to the payload. */
  readonly path: string;
}

/**
 * Checks a payload's head. SPEC §3, order of checks §12.
 *
 * @throws `payload-not-object`, `payload-version-missing`, `payload-version-invalid`,
 * `payload-version-unsupported`, `payload-member-missing`, `payload-member-type`.
 */
export function decodePayload(
  output: OutputOutline,
  member: BundleMember,
  onWarning: (warning: Problem) => void,
): Payload {
  const { region } = output;
  const path = bundlePath(output, member.mime);
  if (member.members === undefined) {
    throw new ScrapbookError("payload-not-object", {
      what: "The scrap's payload is not an object",
      path,
      got: kindPhrase(kindAt(bytesOf(region, member.value), 0)),
      expected: "an object with name, data, encoder and version",
    });
  }
  const members = new Map(member.members.map(({ key, value }) => [key, value]));
  const version = decodeVersion(region, members.get("version"), path);
  if (version > BigInt(payloadVersion)) onWarning(newerVersion(version, path));
  const name = requireMember(region, members, "name", path);
  const data = requireMember(region, members, "data", path);
  const encoder = requireMember(region, members, "encoder", path);
  return {
    name: parseJson(bytesOf(region, name)) as string,
    encoder: parseJson(bytesOf(region, encoder)) as string,
    version,
    data,
    region,
    path,
  };
}

/** The name of a payload or record that failed its checks, where one can be read. SPEC §6. */
export function readableName(region: Region, member: BundleMember): string | undefined {
  if (isRecordMime(member.mime)) return member.members?.[0]?.key;
  const span = member.members?.find(({ key }) => key === "name")?.value;
  if (span === undefined) return undefined;
  const bytes = bytesOf(region, span);
  return kindAt(bytes, 0) === "string" ? (parseJson(bytes) as string) : undefined;
}

/** JSON pointer to a member of an output's bundle. */
export function bundlePath(output: OutputOutline, mime: string): string {
  return jsonPointer(["cells", output.cellIndex, "outputs", output.outputIndex, "data", mime]);
}

function requireMember(
  region: Region,
  members: ReadonlyMap<string, Span>,
  key: "name" | "data" | "encoder",
  path: string,
): Span {
  const span = members.get(key);
  if (span === undefined) {
    throw new ScrapbookError("payload-member-missing", {
      what: `The scrap's payload has no ${key}`,
      path,
      expected: "name, data, encoder and version",
    });
  }
  const kind = kindAt(bytesOf(region, span), 0);
  const fits = key === "data" ? kind !== "null" : kind === "string";
  if (!fits) {
    throw new ScrapbookError("payload-member-type", {
      what: `The scrap payload's ${key} has the wrong type`,
      path: `${path}/${key}`,
      got: kindPhrase(kind),
      expected: key === "data" ? "any JSON but null" : "a string",
    });
  }
  return span;
}

function newerVersion(version: bigint, path: string): Problem {
  return new ScrapbookError("payload-version-newer", {
    what: "The scrap was written with a later payload version than this package knows",
    path: `${path}/version`,
    got: `version ${version}`,
    expected: `version ${payloadVersion}`,
    hint: "It is read as version 1; upgrade to be sure that it is read as intended.",
  });
}
