/**
 * Why the runner could not do what it was asked: a broken case file, a harness that does not start,
 * an unknown option. The command ends with exit code 2.
 */
export class CannotRun extends Error {
  override readonly name = "CannotRun";
}
