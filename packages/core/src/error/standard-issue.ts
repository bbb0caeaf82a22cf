/** One thing that is wrong, as schema libraries that implement Standard Schema say it. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
