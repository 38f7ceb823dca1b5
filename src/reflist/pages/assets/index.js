"use strict";
(() => {
  const form = document.getElementById("filter");
  if (!form) return; // no works, nothing to filter or copy
  const fields = form.elements;
  const none = document.querySelector(".none");
  const works = [...document.querySelectorAll(".work")];

  // Letters only, without accents: "Alvarez" finds "Álvarez".
  const letters = { "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "ı": "i" };
  const plain = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[æœøłđðþßı]/g, (letter) => letters[letter]);
  const searched = new Map(works.map((work) => {
    const parts = work.querySelectorAll(".entry, .raw, .cited");
    return [work, plain([...parts].map((part) => part.textContent).join(" "))];
  }));

  const matches = (work, words) =>
    words.every((word) => searched.get(work).includes(word)) &&
    (!fields.paper?.value || (work.dataset.papers || "").split(" ").includes(fields.paper.value)) &&
    (!fields.kind.value || work.classList.contains(fields.kind.value));

  const filter = () => {
    const words = plain(fields.text.value).split(/\s+/).filter(Boolean);
    for (const work of works) work.hidden = !matches(work, words);
    const shown = works.filter((work) => !work.hidden).length;
    fields.shown.value = `${shown.toLocaleString("en")} of ${works.length.toLocaleString("en")} work${works.length === 1 ? "" : "s"}`;
    none.hidden = shown > 0;
  };

  // The entry in the chosen style and the one in front change places.
  const restyle = () => {
    for (const work of works) {
      const [front, ...others] = work.querySelectorAll(".entry");
      const chosen = others.find((entry) => entry.dataset.style === fields.style.value);
      if (!chosen) continue;
      const label = chosen.previousElementSibling;
      const title = [...fields.style.options].find((option) => option.value === front.dataset.style);
      label.textContent = title ? title.text : "";
      const place = document.createComment("");
      chosen.replaceWith(place);
      front.replaceWith(chosen);
      place.replaceWith(front);
    }
  };

  const content = {
    entry(chosen) {
      const entries = chosen.map((work) => work.querySelector(".entry"));
      return {
        "text/plain": entries.map((entry) => entry.textContent).join("\n"),
        "text/html": entries.map((entry) => `<p>${entry.innerHTML}</p>`).join("\n"),
      };
    },
    bibtex(chosen) {
      const records = chosen.map((work) => work.querySelector(".bibtex")).filter(Boolean);
      return { "text/plain": records.map((record) => record.textContent + "\n").join("\n") };
    },
  };

  // The older way, for browsers that refuse the newer one to a file opened from disk.
  const copyBySelection = (types) => {
    const fill = (event) => {
      for (const [type, text] of Object.entries(types)) event.clipboardData.setData(type, text);
      event.preventDefault();
    };
    const selection = getSelection();
    const selected = selection.rangeCount ? selection.getRangeAt(0) : null;
    selection.selectAllChildren(document.querySelector("h1"));
    document.addEventListener("copy", fill, { once: true });
    const done = document.execCommand("copy");
    document.removeEventListener("copy", fill);
    selection.removeAllRanges();
    if (selected) selection.addRange(selected);
    return done;
  };

  const copy = async (types) => {
    try {
      const blobs = Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      return copyBySelection(types);
    }
  };

  const said = document.querySelector(".said");
  const answer = (button, done) => {
    button.dataset.label ??= button.textContent;
    button.textContent = done ? "Copied" : "Not copied";
    said.textContent = done ? "Copied" : "The browser did not allow copying";
    clearTimeout(button.timer);
    button.timer = setTimeout(() => {
      button.textContent = button.dataset.label;
      said.textContent = "";
    }, 2000);
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const work = button.closest(".work");
    const chosen = work ? [work] : works.filter((each) => !each.hidden);
    answer(button, await copy(content[button.dataset.copy](chosen)));
  });

  const showAll = () => {
    for (const field of [fields.text, fields.paper, fields.kind]) if (field) field.value = "";
    filter();
  };

  // A link to a work that the filter hides shows it again.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
    showAll();
    target.scrollIntoView();
  };

  const actions = document.getElementById("actions").content;
  for (const work of works) {
    const bar = document.createElement("div");
    bar.className = "actions";
    bar.append(actions.cloneNode(true));
    if (!work.querySelector(".bibtex")) bar.lastElementChild.remove();
    // "Copy" alone says nothing to those who hear the buttons one after the other.
    const heard = work.querySelector(".entry").textContent.slice(0, 60);
    for (const button of bar.children) button.setAttribute("aria-label", `${button.textContent}: ${heard}`);
    work.querySelector(".origin").before(bar);
  }
  form.addEventListener("input", (event) => (event.target.name === "style" ? restyle() : filter()));
  form.addEventListener("submit", (event) => event.preventDefault());
  none.querySelector("button").addEventListener("click", () => {
    showAll();
    fields.text.focus();
  });
  addEventListener("hashchange", reveal);
  form.hidden = false;
  filter();
  if (fields.style) restyle();
  reveal();
})();
