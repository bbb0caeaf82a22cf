// Notebooks from files, and DataFrames: what most programs need, by one import.
export * from "@scrapbook/encoders-pandas";
export * from "@scrapbook/node-io";
