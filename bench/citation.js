// Converts standard input with citation.js: node citation.js MODULES INPUT-TYPE OUTPUT-FORMAT
const fs = require("node:fs");
const { createRequire } = require("node:module");

const [modules, input, output] = process.argv.slice(2);
const load = createRequire(modules + "/");
const { Cite } = load("@citation-js/core");
for (const plugin of ["bibtex", "ris", "csl"]) load("@citation-js/plugin-" + plugin);

const text = fs.readFileSync(0, "utf8");
const cite = input.endsWith("/json") ? new Cite(JSON.parse(text)) : new Cite(text, { forceType: input });
process.stdout.write(cite.format(output, { format: "text" }));
