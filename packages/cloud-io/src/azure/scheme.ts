import { isOf, type Scheme } from "../scheme.ts";
import { azureName } from "./name.ts";

/** `abs://`, `abfs://` and `abfss://`. A signature is no pattern. */
export const azureScheme: Scheme = {
  name: "azure",
  concurrency: 32,
  lists: true,
  matches: isOf(/^(?:abs|abfss?):\/\//i),
  nameOf: azureName,
  patternOf: (location) => (azureName(location) === location ? location : undefined),
};
