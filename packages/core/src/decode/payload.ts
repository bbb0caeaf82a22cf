import { ScrapbookError } from "../error.ts";
import { kindPhrase } from "../json/kind.ts";
import { parseJson } from "../json/parse.ts";
import { jsonPointer } from "../json/pointer.ts";
import type { Span } from "../json/span.ts";
import { kindAt } from "../json/walk.ts";
import type { BundleMember, Member, OutputOutline } from "../notebook/outline.ts";
import type { Problem } from "../problem.ts";
import { isRecordMime } from "../protocol/mime.ts";
import { type payloadMembers, payloadVersion } from "../protocol/version.ts";
import { bytesOf, type Region } from "../region.ts";
import { decodeVersion } from "./version.ts";

/** A payload's head, checked; its data stays where it lies until somebody asks. SPEC §3. */
export interface Payload {
  readonly name: string;
  readonly encoder: string;
  /** The version as written, `1` for `1.0`. */
  readonly version: bigint;
  readonly data: Span;
  /** The output that bears it, and the key under which it stands there. */
  readonly output: OutputOutline;
  readonly mime: string;
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
  const { mime } = member;
  const place = { output, mime };
  if (member.members === undefined) {
    throw new ScrapbookError("payload-not-object", {
      what: "The scrap's payload is not an object",
      path: payloadPath(place),
      got: kindPhrase(kindAt(bytesOf(region, member.value), 0)),
      expected: "an object with name, data, encoder and version",
    });
  }
  const heads = headsOf(member.members);
  const version = decodeVersion(region, heads.version, () => payloadPath(place));
  if (version > BigInt(payloadVersion)) onWarning(newerVersion(version, payloadPath(place)));
  const name = requireMember(region, heads, "name", place);
  const data = requireMember(region, heads, "data", place);
  const encoder = requireMember(region, heads, "encoder", place);
  return {
    name: parseJson(bytesOf(region, name)) as string,
    encoder: parseJson(bytesOf(region, encoder)) as string,
    version,
    data,
    output,
    mime,
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

/** Where a payload or record stands. */
export type PayloadPlace = Pick<Payload, "output" | "mime">;

/** JSON pointer to a payload or record. Built only when asked for: most reading never needs it. */
export function payloadPath({ output, mime }: PayloadPlace): string {
  return jsonPointer(["cells", output.cellIndex, "outputs", output.outputIndex, "data", mime]);
}

type Heads = { readonly [key in (typeof payloadMembers)[number]]?: Span };

function headsOf(members: readonly Member[]): Heads {
  const heads: { -readonly [key in keyof Heads]: Span } = {};
  for (const { key, value } of members) {
    if (isHead(key)) heads[key] = value;
  }
  return heads;
}

function isHead(key: string): key is keyof Heads {
  return key === "name" || key === "data" || key === "encoder" || key === "version";
}

function requireMember(
  region: Region,
  heads: Heads,
  key: "name" | "data" | "encoder",
  place: PayloadPlace,
): Span {
  const span = heads[key];
  if (span === undefined) {
    throw new ScrapbookError("payload-member-missing", {
      what: `The scrap's payload has no ${key}`,
      path: payloadPath(place),
      expected: "name, data, encoder and version",
    });
  }
  const kind = kindAt(bytesOf(region, span), 0);
  const fits = key === "data" ? kind !== "null" : kind === "string";
  if (!fits) {
    throw new ScrapbookError("payload-member-type", {
      what: `The scrap payload's ${key} has the wrong type`,
      path: `${payloadPath(place)}/${key}`,
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
