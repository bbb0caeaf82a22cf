/** A piece of HTML. Names are in lower case. */
export type Token =
  /** Text as it stands, its character references still in it. */
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "start";
      readonly name: string;
      readonly attributes: ReadonlyMap<string, string>;
    }
  | { readonly kind: "end"; readonly name: string }
  /** A whole `<style>` element. */
  | { readonly kind: "style"; readonly css: string };
