import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";

/**
 * How many blocks of code of the core run in each of `acts`, as V8 counts them: no clock, no noise.
 * An act may give a promise. Optimised code does not count, so there must be none: call it before anything else is run.
 */
export async function countSteps(acts: readonly (() => unknown)[]): Promise<readonly number[]> {
  setFlagsFromString("--no-opt");
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    const steps: number[] = [];
    for (const act of acts) {
      // What was counted before, loading and warming up, is taken away first.
      await session.post("Profiler.takePreciseCoverage");
      await act();
      const { result } = await session.post("Profiler.takePreciseCoverage");
      const functions = result
        .filter(({ url }) => url.includes("/core/"))
        .flatMap((one) => one.functions);
      const counts = functions.flatMap(({ ranges }) => ranges.map(({ count }) => count));
      steps.push(counts.reduce((sum, count) => sum + count, 0));
    }
    return steps;
  } finally {
    session.disconnect();
    setFlagsFromString("--opt");
  }
}
