// Formats references with citeproc-js: node citeproc.js MODULES < JOB.json > RESULT.json
//
// A job is {style, locale, locales, items, clusters}: a CSL style as text, a tag such as en-GB, locale files as text by
// tag, CSL-JSON items, and citations, each a list of {id, locator, label, prefix, suffix}. The result has the entries
// in the order of the bibliography, [[id, text]], and the citations, [text], as plain text.
const fs = require("node:fs");
const { createRequire } = require("node:module");

const CSL = createRequire(process.argv[2] + "/")("citeproc");
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const items = new Map(job.items.map((item) => [String(item.id), item]));
CSL.debug = () => {};

const system = {
  retrieveItem: (id) => items.get(String(id)),
  retrieveLocale: (tag) => job.locales[tag] || job.locales["en-US"],
};
// An entry of which nothing is printed is left out of the list, and not of the list of ids: so each brings its own.
CSL.Output.Formats.text["@bibliography/entry"] = function (_state, text) {
  return `${this.system_id}\t${text.trim()}\n`;
};
const engine = new CSL.Engine(system, job.style, job.locale, true);
engine.setOutputFormat("text");
engine.updateItems([...items.keys()]);
const citations = job.clusters.map((cites) => engine.makeCitationCluster(cites.map((cite) => ({ ...cite }))));
const bibliography = engine.makeBibliography();
const entries = (bibliography ? bibliography[1] : []).map((entry) => entry.trim().split(/\t(.*)/s, 2));
process.stdout.write(JSON.stringify({ entries, citations }));
