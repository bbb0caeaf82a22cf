import type { KernelJson, KernelOutput } from "@scrapbook/core";
import { stringifyJson } from "@scrapbook/core/internal";

/** How much of a value the text beside it tells, in characters. */
const longest = 100;

/** The outputs with a text beside each payload, if that is asked for. SPEC §11.6. */
export function withFallback(
  outputs: readonly KernelOutput[],
  fallback: boolean | string | undefined,
): readonly KernelOutput[] {
  if (fallback === undefined || fallback === false) return outputs;
  return outputs.map((output) => {
    const payload = payloadOf(output);
    if (payload === undefined) return output;
    const text = fallback === true ? textOf(payload) : fallback;
    return { ...output, data: { ...output.data, "text/plain": text } };
  });
}

/** A payload as a kernel gets it. */
interface KernelPayload {
  readonly name: string;
  readonly data: KernelJson;
}

function payloadOf({ data, metadata }: KernelOutput): KernelPayload | undefined {
  const [first] = Object.values(data);
  const { data: isData } = (metadata.scrapbook ?? {}) as { readonly data?: unknown };
  return isData === true ? (first as unknown as KernelPayload) : undefined;
}

function textOf({ name, data }: KernelPayload): string {
  const text = stringifyJson(data);
  return `${name}: ${text.length > longest ? `${text.slice(0, longest)}…` : text}`;
}
