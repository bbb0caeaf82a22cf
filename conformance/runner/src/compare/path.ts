/** A place in an answer, as a list that grows at its end; its text is made only when it is shown. */
export interface Path {
  readonly parent: Path | undefined;
  readonly step: string | number;
}

/** `scraps[0].data."some key"[2]`; the whole answer is `answer`. */
export function showPath(path: Path | undefined): string {
  const steps: string[] = [];
  for (let at = path; at !== undefined; at = at.parent) {
    if (typeof at.step === "number") steps.push(`[${at.step}]`);
    else
      steps.push(/^[A-Za-z_][A-Za-z0-9_]*$/.test(at.step) ? `.${at.step}` : `.${quote(at.step)}`);
  }
  return steps.length === 0 ? "answer" : steps.reverse().join("").replace(/^\./, "");
}

function quote(step: string): string {
  return JSON.stringify(step);
}
