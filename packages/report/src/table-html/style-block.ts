/**
 * Whether a style sheet is about DataFrames only, as those of pandas (`<style scoped>`) and Polars are:
 * then the report, which styles tables itself, loses nothing by dropping it.
 */
export function stylesOnlyDataframes(css: string): boolean {
  if (css.includes("@")) return false;
  const rules = css.replace(/\/\*[^*]*\*\//g, "").split("}");
  return rules.every((text, index) => {
    const isLast = index === rules.length - 1;
    if (isLast) return text.trim() === "";
    const [selectors = "", declarations, ...more] = text.split("{");
    return (
      declarations !== undefined &&
      more.length === 0 &&
      selectors.split(",").every((selector) => /^\s*\.dataframe(?![\w-])/.test(selector))
    );
  });
}
