import { createEncoders } from "../encoder/registry.ts";
import { ScrapbookError } from "../error/error.ts";
import { buildValue } from "../json/build-value.ts";
import { jsonPointer } from "../json/pointer.ts";
import { utf8Decoder } from "../platform.ts";
import { encodeContent } from "./content.ts";
import type { EncodeScrapOptions } from "./encode-scrap.ts";
import type { Form } from "./form.ts";
import type { KernelJsonOptions, KernelOutput } from "./kernel-json.ts";
import { type KernelJson, kernelValue } from "./kernel-value.ts";
import { outputsOf } from "./output.ts";

/**
 * What `encodeScrap` and `toKernelJson` give together, made in one step: no text is made of a value
 * only to be parsed again, and no parser is bundled. SPEC §11.
 *
 * @throws what both throw.
 */
export function kernelOutputs(
  name: string,
  value: unknown,
  { encoders, maxDepth, ...options }: EncodeScrapOptions & KernelJsonOptions,
): KernelOutput[] {
  const content = encodeContent(
    name,
    value,
    createEncoders(encoders),
    options,
    kernelForm(maxDepth),
  );
  return outputsOf<KernelJson>(name, content);
}

function kernelForm(maxDepth: number | undefined): Form<KernelJson> {
  return {
    write: (value, nonFinite, steps) => kernelValue(value, { nonFinite, maxDepth }, steps),
    parse: (bytes, mime) => {
      const text = utf8Decoder.decode(bytes);
      try {
        JSON.parse(text);
      } catch (cause) {
        throw new ScrapbookError("json-syntax", {
          what: `What is shown as ${mime} is not JSON`,
          path: jsonPointer(["data", mime]),
          expected: "JSON that a kernel's JSON can carry",
          cause,
        });
      }
      // `JSON.parse` itself would round long integers.
      return buildValue(text, {});
    },
    isNull: (written) => written === null,
  };
}
