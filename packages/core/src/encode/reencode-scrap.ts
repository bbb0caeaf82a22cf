import type { Payload } from "../decode/payload.ts";
import type { Span } from "../json/span.ts";
import { utf8Decoder } from "../platform.ts";
import { payloadMembers, payloadVersion } from "../protocol/version.ts";
import { bytesOf } from "../region.ts";
import type { Scrap } from "../scrap/scrap.ts";
import { displayContent } from "./display.ts";
import { checkName } from "./encode-scrap.ts";
import { type Output, outputsOf, type ScrapContent } from "./output.ts";
import type { PayloadContent } from "./payload.ts";
import { RawJson } from "./raw-json.ts";

/** Options of {@link reencodeScrap}. */
export interface ReencodeScrapOptions {
  /** The new name. Default, and for `""`: the scrap's own. */
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
  const name = options.name || scrap.name;
  checkName(name, scrap.display !== undefined);
  const outputs = outputsOf(name, contentOf(scrap));
  return options.unattached === true ? outputs.map(unattach) : outputs;
}

/** What is written of a scrap that was read. */
export function contentOf(scrap: Scrap): ScrapContent {
  const { payload, display, shown } = scrap;
  return {
    payload: payload && payloadContent(payload),
    display: display && shown && displayContent(display, shown),
  };
}

/** A payload with its version and further members as they are spelled; a record is version 1. */
function payloadContent({ encoder, data, members, output }: Payload): PayloadContent {
  const textOf = (span: Span): RawJson =>
    new RawJson(utf8Decoder.decode(bytesOf(output.region, span)));
  const version = members.find(({ key }) => key === "version");
  const more = members.filter(({ key }) => !known.has(key));
  return {
    encoder,
    data: textOf(data),
    version: version === undefined ? new RawJson(`${payloadVersion}`) : textOf(version.value),
    more: more.map(({ key, value }) => [key, textOf(value)]),
  };
}

const known: ReadonlySet<string> = new Set(payloadMembers);

function unattach(output: Output): Output {
  const { scrapbook: _, ...metadata } = output.metadata;
  return { ...output, metadata };
}
