/** What a command's exit code says; the same for every command. */
export const exitCode = {
  /** All is well. */
  fine: 0,
  /** Something was found, differs, or failed a check; or the work could not be done. */
  found: 1,
  /** The command line is wrong: nothing was read or written. */
  usage: 2,
  /** Some of the notebooks could not be read; the others were. */
  unreadable: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
