/**
 * Says what goes on, and what went wrong: errors of the packages say what to do.
 *
 * @returns the error, if there was one.
 */
export async function attempt(
  status: HTMLElement,
  doing: string,
  work: () => Promise<string>,
): Promise<unknown> {
  status.className = "";
  status.textContent = doing;
  try {
    status.textContent = await work();
    return undefined;
  } catch (error) {
    status.className = "error";
    status.textContent = error instanceof Error ? error.message : String(error);
    return error;
  }
}
