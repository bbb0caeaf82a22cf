/** One kind of program that uses our packages: a small project of its own, with what it installs and what must hold. */
export interface Consumer {
  readonly name: string;
  /** Our packages that it installs, without their scope. */
  readonly packages: readonly string[];
  /** Others' packages that it installs, at exact versions. */
  readonly tools?: Readonly<Record<string, string>>;
  /** Its files, from `sources/`: each folder's are copied into the project's. */
  readonly sources: readonly string[];
  /** The `type` of its package.json. Default: `"module"`. */
  readonly type?: "module" | "commonjs";
  /** What must hold, each by a sentence that is true of it, in the order in which it is looked at. */
  readonly checks: Readonly<Record<string, Check>>;
}

/** Throws where something does not hold. `folder` is the project's, installed. */
export type Check = (folder: string) => Promise<void>;
