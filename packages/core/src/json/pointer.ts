/** One step of a JSON pointer, its `~` and `/` escaped. RFC 6901. */
export function pointerStep(step: string | number): string {
  return typeof step === "number" ? `/${step}` : `/${escapeStep(step)}`;
}

/** The JSON pointer of `steps`; `""` for none. RFC 6901. */
export function jsonPointer(steps: Iterable<string | number>): string {
  let pointer = "";
  for (const step of steps) pointer += pointerStep(step);
  return pointer;
}

function escapeStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
