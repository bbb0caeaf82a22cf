/** Counts what passed and what failed, and says so the way `npm test` reads it. */
export interface Tally {
  check(name: string, isRight: boolean, detail?: string): void;
  finish(): void;
}

/** How many failures are told one by one. */
const mostTold = 20;

export function createTally(): Tally {
  let passed = 0;
  let failed = 0;
  return {
    check(name, isRight, detail = "") {
      if (isRight) passed++;
      else if (++failed <= mostTold) console.log(`FAILED ${name}${detail && `: ${detail}`}`);
    },
    finish() {
      console.log(`${passed} passed, ${failed} failed`);
      process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}

/** The number behind `--name` on the command line. */
export function numberOption(name: string, otherwise: number): number {
  const place = process.argv.indexOf(`--${name}`);
  return place < 0 ? otherwise : Number(process.argv[place + 1]);
}
