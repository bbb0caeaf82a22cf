import type { Entry } from "../entry.ts";

/** The value of a parameter, or of a scrap where no parameter has the name; `undefined` where neither is. */
export function valueNamed({ parameters, scraps }: Entry, name: string): unknown {
  if (Object.hasOwn(parameters, name)) return parameters[name];
  const value = scraps.get(name)?.value;
  if (value?.kind === "scalar" || value?.kind === "json") return value.value;
  return undefined;
}
