import ts from "typescript";

/**
 * @typedef {object} Option
 * @property {string} name
 * @property {string} type As TypeScript writes it, without `undefined`.
 * @property {string} fallback What holds where the option is not given; `""` where it must be.
 * @property {string} unit `""` for what has none.
 * @property {string} meaning
 * @property {ts.Declaration | undefined} declaration The same for an inherited option as for the one it comes from.
 */

/**
 * @typedef {object} OptionSet
 * @property {ts.Declaration | undefined} declaration
 * @property {string} name Of the interface.
 * @property {string} meaning
 * @property {string[]} functions That take it.
 * @property {Option[]} options Sorted by name, inherited ones too.
 */

/**
 * The options of an entry point: of each exported interface whose name ends in `Options`. An optional one whose
 * comment does not say its default is an error.
 * @param {ts.Program} program
 * @param {string} file The entry's declarations.
 * @returns {OptionSet[]}
 */
export function optionsOf(program, file) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`${file} exports nothing: is it built?`);
  const symbols = checker.getExportsOfModule(module).map((symbol) => ({
    name: symbol.name,
    target: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
  }));
  return symbols
    .filter(
      ({ name, target }) => name.endsWith("Options") && target.flags & ts.SymbolFlags.Interface,
    )
    .map(({ name, target }) => ({
      name,
      declaration: target.declarations?.[0],
      meaning: oneLine(ts.displayPartsToString(target.getDocumentationComment(checker))),
      functions: symbols.filter((it) => takes(it.target, target)).map((it) => it.name),
      options: checker
        .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(target))
        .map((property) => optionOf(property, name))
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
    }));

  /**
   * @param {ts.Symbol} symbol
   * @param {ts.Symbol} options
   */
  function takes(symbol, options) {
    if (symbol.valueDeclaration === undefined) return false;
    const type = checker.getTypeOfSymbol(symbol);
    return type.getCallSignatures().some((signature) => {
      const last = signature.getParameters().at(-1);
      const type = last && checker.getNonNullableType(checker.getTypeOfSymbol(last));
      return (type?.aliasSymbol ?? type?.getSymbol()) === options;
    });
  }

  /**
   * @param {ts.Symbol} property
   * @param {string} owner
   * @returns {Option}
   */
  function optionOf(property, owner) {
    const comment = oneLine(ts.displayPartsToString(property.getDocumentationComment(checker)));
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0;
    const { fallback, meaning } = splitDefault(comment);
    if (isOptional && fallback === "") {
      throw new Error(`The comment of ${owner}.${property.name} does not say its default.`);
    }
    return {
      name: property.name,
      declaration: property.declarations?.[0],
      type: typeText(property),
      fallback: isOptional ? fallback : "",
      unit: unitOf(property.name),
      meaning,
    };
  }

  /** @param {ts.Symbol} property */
  function typeText(property) {
    const type = checker.getNonNullableType(checker.getTypeOfSymbol(property));
    const flags =
      ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
    const text = checker.typeToString(type, undefined, flags);
    return text.length > 90 ? "see the reference" : text;
  }
}

/**
 * A comment without the sentence that says the default: `Default 1,000.`, `Default: none, as …`.
 * @param {string} comment
 * @returns {{ fallback: string, meaning: string }}
 */
export function splitDefault(comment) {
  const match = /(?:^|\s)Default(?:, [^:]+)?:? (.+?)(?:\.(?=\s|$)|$)/.exec(comment);
  if (match === null) return { fallback: "", meaning: comment };
  const rest = comment.slice(match.index + match[0].length).trim();
  const meaning = `${comment.slice(0, match.index).trim()} ${rest}`.trim();
  return { fallback: /** @type {string} */ (match[1]), meaning };
}

/** @param {string} name */
const unitOf = (name) => {
  if (/Ms$/.test(name)) return "milliseconds";
  if (/Seconds$/.test(name)) return "seconds";
  if (/Height$/.test(name)) return "pixels";
  return /Bytes$/.test(name) ? "bytes" : "";
};

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();
