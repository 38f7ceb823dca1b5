// Renders with citeproc-js: node crosscheck.js MODULES LOCALES < JOB
// JOB: {"items": [CSL-JSON], "notes": [citation clusters], "styles": [paths]}; one line of JSON is written for each style.
const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");

const [modules, locales] = process.argv.slice(2);
const CSL = createRequire(modules + "/")("citeproc");
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const items = new Map(job.items.map((item) => [String(item.id), item]));

const system = {
  retrieveLocale: (tag) => {
    const file = path.join(locales, `locales-${tag}.xml`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
  },
  retrieveItem: (id) => ({ ...structuredClone(items.get(String(id))), system_id: id }),
  embedBibliographyEntry: (id) => `<!--${id}-->`,
};

function rendered(style) {
  const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"));
  engine.updateItems([...items.keys()]);
  const note = engine.opt.xclass === "note";
  const clusters = job.clusters.map((citationItems, index) => ({
    citationID: `c${index}`,
    citationItems: structuredClone(citationItems),
    properties: { noteIndex: note ? index + 1 : 0 },
  }));
  const citations = engine.rebuildProcessorState(clusters, "html", [...items.keys()]).map(([, , text]) => text);
  const made = engine.makeBibliography();
  const bibliography = made ? made[1].map((text) => [/<!--(.*?)-->/.exec(text)[1], text.replace(/<!--.*?-->/, "")]) : [];
  return { citations, bibliography };
}

for (const style of job.styles) {
  let result;
  try {
    result = rendered(style);
  } catch (error) {
    result = { error: String(error) };
  }
  fs.writeSync(1, JSON.stringify({ style: path.basename(style, ".csl"), ...result }) + "\n");
}
