import { ScrapbookError } from "../error/error.ts";
import type { Problem } from "../error/problem.ts";
import { kindPhrase } from "../json/kind.ts";
import type { Span } from "../json/span.ts";
import {
  type BundleMember,
  type Member,
  type OutputOutline,
  outputPath,
} from "../outline/outline.ts";
import { kindIn, type Region, stringIn } from "../outline/region.ts";
import { isRecordMime } from "../protocol/mime.ts";
import { payloadVersion } from "../protocol/version.ts";
import { decodeVersion } from "./version.ts";

/** A payload's head, checked; its data stays where it lies until somebody asks. SPEC §3. */
export interface Payload {
  readonly name: string;
  readonly encoder: string;
  /** The version as written, `1` for `1.0`. */
  readonly version: bigint;
  readonly data: Span;
  /** All members, as they stand; none of a record. */
  readonly members: readonly Member[];
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
  const { mime, members } = member;
  const place = { output, mime };
  if (members === undefined) {
    throw new ScrapbookError("payload-not-object", {
      what: "The scrap's payload is not an object",
      path: payloadPath(place),
      offset: member.start,
      got: kindPhrase(kindIn(region, member)),
    });
  }
  const found = requireMember(member, members, "version", place);
  const version = decodeVersion(region, found, () => payloadPath(place));
  if (version > BigInt(payloadVersion)) onWarning(newerVersion(version, payloadPath(place), found));
  const name = requireMember(member, members, "name", place);
  const data = requireMember(member, members, "data", place);
  const encoder = requireMember(member, members, "encoder", place);
  return {
    name: stringIn(region, name),
    encoder: stringIn(region, encoder),
    version,
    data,
    members,
    output,
    mime,
  };
}

/** The name of a payload or record that failed its checks, where one can be read. SPEC §6. */
export function readableName(region: Region, member: BundleMember): string | undefined {
  if (isRecordMime(member.mime)) return member.members?.[0]?.key;
  const span = member.members && memberOf(member.members, "name");
  if (span === undefined) return undefined;
  try {
    return kindIn(region, span) === "string" ? stringIn(region, span) : undefined;
  } catch {
    // A name that was too long to be held (SPEC §15.1) can no more be read than a number.
    return undefined;
  }
}

/** Where a payload or record stands. */
export type PayloadPlace = Pick<Payload, "output" | "mime">;

/** JSON pointer to a payload or record. Built only when asked for: most reading never needs it. */
export function payloadPath({ output, mime }: PayloadPlace): string {
  return outputPath(output, "data", mime);
}

function memberOf(members: readonly Member[], key: string): Span | undefined {
  for (const member of members) if (member.key === key) return member;
  return undefined;
}

function requireMember(
  { start }: BundleMember,
  members: readonly Member[],
  key: "version" | "name" | "data" | "encoder",
  place: PayloadPlace,
): Span {
  const span = memberOf(members, key);
  if (span === undefined) {
    throw new ScrapbookError(
      key === "version" ? "payload-version-missing" : "payload-member-missing",
      {
        what: `The scrap's payload has no ${key}`,
        path: payloadPath(place),
        offset: start,
      },
    );
  }
  if (key === "version") return span;
  const kind = kindIn(place.output.region, span);
  const fits = key === "data" ? kind !== "null" : kind === "string";
  if (!fits) {
    throw new ScrapbookError("payload-member-type", {
      what: `The scrap payload's ${key} has the wrong type`,
      path: `${payloadPath(place)}/${key}`,
      offset: span.start,
      got: kindPhrase(kind),
      expected: key === "data" ? "any JSON but null" : "a string",
    });
  }
  return span;
}

function newerVersion(version: bigint, path: string, { start }: Span): Problem {
  return new ScrapbookError("payload-version-newer", {
    what: "The scrap's payload version is later than this package knows",
    path: `${path}/version`,
    offset: start,
    got: `version ${version}`,
    hint: `It is read as version ${payloadVersion}; upgrade to be sure that it is read as intended.`,
  });
}
