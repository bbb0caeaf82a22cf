import type { Payload } from "../decode/payload.ts";
import { checkName } from "../encode/content.ts";
import { displayContent } from "../encode/display.ts";
import { type Output, outputsOf, type ScrapContent } from "../encode/output.ts";
import type { PayloadContent } from "../encode/payload.ts";
import { checkOptionNames } from "../error/check-options.ts";
import { RawJson } from "../json/raw-json.ts";
import type { Span } from "../json/span.ts";
import { textOf } from "../outline/region.ts";
import { payloadMembers, payloadVersion } from "../protocol/version.ts";
import type { Scrap } from "./scrap.ts";

/** Options of {@link reencodeScrap}. */
export interface ReencodeScrapOptions {
  /** The new name. Default, and for `""`: the scrap's own name. */
  readonly name?: string | undefined;
  /** Whether the metadata that makes it a scrap again is left out. Default `false`. */
  readonly unattached?: boolean | undefined;
}

/**
 * The outputs that regluing a scrap emits, its data as the source text it was read from: nothing is
 * decoded, so frames, `1.0` and data of unknown encoders stay what they are. Pure. SPEC §11.5.
 *
 * @throws `usage-argument`, `json-lone-surrogate` for a name that cannot be written.
 */
export function reencodeScrap(scrap: Scrap, options: ReencodeScrapOptions = {}): Output[] {
  checkOptionNames("reencodeScrap", options, "name, unattached");
  const name = options.name || scrap.name;
  checkName(name, scrap.display !== undefined);
  const outputs = outputsOf(name, contentOf(scrap)) as Output[];
  return options.unattached === true ? outputs.map(unattach) : outputs;
}

/** What is written of a scrap that was read. */
export function contentOf(scrap: Scrap): ScrapContent {
  const { payload, display, decodedDisplay, parseOptions } = scrap;
  return {
    payload: payload && payloadContent(payload),
    display: display && decodedDisplay && displayContent(display, decodedDisplay, parseOptions),
  };
}

/** A payload with its version and further members as they are spelled; a record is version 1. */
function payloadContent({ encoder, data, members, output }: Payload): PayloadContent {
  const raw = (span: Span): RawJson => new RawJson(textOf(output.region, span));
  const version = members.find(({ key }) => key === "version");
  const more = members.filter(({ key }) => !known.has(key));
  return {
    encoder,
    data: raw(data),
    version: version === undefined ? new RawJson(`${payloadVersion}`) : raw(version),
    more: more.map((member) => [member.key, raw(member)]),
  };
}

const known: ReadonlySet<string> = new Set(payloadMembers);

function unattach(output: Output): Output {
  const { scrapbook: _, ...metadata } = output.metadata;
  return { ...output, metadata };
}
