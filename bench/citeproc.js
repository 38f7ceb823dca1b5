// Formats references with citeproc-js: node citeproc.js MODULES < JOB.json
//
// A job is {styles, items, clusters, locales, locale, form}: CSL styles as text by name, CSL-JSON items, citations as
// citeproc-js takes their items, the folder of the locale files, a tag such as en-GB that all styles are formatted in
// (null: each in its own), and "text" or "html". For each style one line of JSON is written, with the entries in the
// order of the bibliography, [[id, text]], and the citations, [text]; or with why the style cannot be used.
const fs = require("node:fs");
const path = require("node:path");
const { createRequire } = require("node:module");

const CSL = createRequire(process.argv[2] + "/")("citeproc");
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const items = new Map(job.items.map((item) => [String(item.id), item]));
const ids = [...items.keys()];
CSL.debug = () => {};

const system = {
  retrieveLocale: (tag) => {
    const file = path.join(job.locales, `locales-${tag}.xml`);
    return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : false;
  },
  retrieveItem: (id) => structuredClone(items.get(String(id))),
};
// An entry of which nothing is printed is left out of the list, and not of the list of ids: so each brings its own.
CSL.Output.Formats[job.form]["@bibliography/entry"] = function (_state, text) {
  return `${this.system_id}\t${text.trim()}\n`;
};

function formatted(style) {
  const engine = new CSL.Engine(system, style, job.locale ?? undefined, job.locale !== null);
  engine.setOutputFormat(job.form);
  let citations = [];
  if (job.clusters.length) {
    const note = engine.opt.xclass === "note";
    const clusters = job.clusters.map((cites, index) => ({
      citationID: `c${index}`,
      citationItems: structuredClone(cites),
      properties: { noteIndex: note ? index + 1 : 0 },
    }));
    citations = engine.rebuildProcessorState(clusters, job.form, ids).map(([, , text]) => text);
  } else {
    engine.updateItems(ids);
  }
  const bibliography = engine.makeBibliography();
  const entries = (bibliography ? bibliography[1] : []).map((entry) => {
    const [id, text = ""] = entry.trim().split(/\t(.*)/s, 2); // one without text is its id alone
    return [id, text];
  });
  return { entries, citations };
}

for (const [style, source] of Object.entries(job.styles)) {
  let result;
  try {
    result = formatted(source);
  } catch (error) {
    result = { error: String(error) };
  }
  fs.writeSync(1, JSON.stringify({ style, ...result }) + "\n");
}
