import { corpora, corpusFiles } from "./corpora.js";

for (const name of /** @type {(keyof typeof corpora)[]} */ (Object.keys(corpora))) {
  console.log(`${name}: ${corpusFiles(name).length} notebooks`);
}
