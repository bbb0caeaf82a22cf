/** Thrown by an operation that knows its whole answer, and that it is no result. */
export class Refusal extends Error {
  /** `{ skipped }`, `{ error }` or `{ errored }`. */
  readonly answer: object;

  constructor(answer: object) {
    super("refused");
    this.answer = answer;
  }
}
