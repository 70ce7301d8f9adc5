// Work through the list: choose, keep what was chosen in this browser, hand it over as a file. No network is used.
"use strict";
(() => {
  const said = document.body.dataset;
  const items = [...document.querySelectorAll("article[data-key]")];
  const filters = [...document.querySelectorAll("select[data-filter]")];
  const place = `teicable-review:${said.edition}`;

  // A browser may refuse to keep anything of a page that is a file: then the page itself keeps it while it is open.
  const kept = (() => {
    try { return JSON.parse(localStorage.getItem(place)) ?? {}; } catch { return {}; }
  })();

  const verdict = (item) => item.querySelector("input[type=radio]:checked").value;
  const parts = (item) => [...item.querySelectorAll("input[data-part]")];

  const show = (item) => {
    const chosen = verdict(item);
    item.dataset.state = chosen ? "decided" : "open";
    item.dataset.verdict = chosen;
    const field = item.querySelector("[data-part=replacement]");
    if (field) {
      field.closest("label").hidden = chosen !== "replace";
      field.required = chosen === "replace";
    }
    item.querySelector("[data-part=why]").closest("label").hidden = !chosen;
  };

  const keep = (item) => {
    const entry = { verdict: verdict(item) };
    for (const part of parts(item)) entry[part.dataset.part] = part.value.trim();
    if (entry.verdict) kept[item.dataset.key] = entry;
    else delete kept[item.dataset.key];
    try { localStorage.setItem(place, JSON.stringify(kept)); } catch { /* see above */ }
  };

  const count = () => {
    const done = items.filter(verdict).length;
    document.getElementById("count").textContent =
      said.count.replace("{done}", done).replace("{all}", items.length);
  };

  const narrow = () => {
    let any = false;
    for (const item of items) {
      item.hidden = filters.some((filter) => filter.value && item.dataset[filter.dataset.filter] !== filter.value);
      any ||= !item.hidden;
    }
    for (const section of document.querySelectorAll("#items section")) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    document.getElementById("none").hidden = any;
  };

  const quoted = (words) => JSON.stringify(words).replaceAll("\x7f", "\\u007F");

  const written = () => {
    const by = document.getElementById("by")?.value ?? "";
    const entries = items.filter(verdict).map((item) => {
      const lines = [["key", item.dataset.key], ["document", item.dataset.document], ["quote", item.dataset.words],
        ["verdict", verdict(item)]];
      for (const part of parts(item)) {
        if (part.dataset.part !== "replacement" || verdict(item) === "replace") lines.push([part.dataset.part, part.value.trim()]);
      }
      lines.push(["by", by]);
      return "\n[[decision]]\n" + lines.filter(([, value]) => value).map(([name, value]) => `${name} = ${quoted(value)}\n`).join("");
    });
    return entries.length ? "format = 1\n" + entries.join("") : "";
  };

  const tell = (words) => { document.getElementById("told").textContent = words; };

  const save = () => {
    const missing = items.find((item) => item.querySelector(":invalid"));
    const content = written();
    if (missing) {
      for (const filter of filters) filter.value = "";
      narrow();
      missing.querySelector(":invalid").focus();
      return tell(said.missing);
    }
    if (!content) return tell(said.nothing);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: "application/toml" }));
    link.download = "decisions.toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell(said.saved);
  };

  const step = (by) => {
    const shown = items.filter((item) => !item.hidden);
    const here = shown.indexOf(document.activeElement?.closest("article"));
    const next = shown[here < 0 ? (by > 0 ? 0 : shown.length - 1) : here + by];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
  };

  const choose = (letter) => {
    const item = document.activeElement?.closest("article");
    const wanted = { a: "accept", x: "reject", r: "replace", u: "" }[letter];
    const input = item?.querySelector(`input[type=radio][value="${wanted}"]`);
    if (!input) return;
    input.checked = true;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    if (wanted === "replace") item.querySelector("[data-part=replacement]").focus();
  };

  for (const item of items) {
    const entry = kept[item.dataset.key];
    const input = entry && item.querySelector(`input[type=radio][value="${entry.verdict}"]`);
    if (input) {
      input.checked = true;
      for (const part of parts(item)) part.value = entry[part.dataset.part] ?? "";
    }
    show(item);
  }
  const changed = (event) => {
    const item = event.target.closest("article");
    if (item) { show(item); keep(item); count(); tell(""); } else if (event.target.dataset.filter) narrow();
  };
  const form = document.getElementById("review");
  form.addEventListener("change", changed);
  form.addEventListener("input", (event) => { if (event.target.dataset.part) keep(event.target.closest("article")); });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("save").addEventListener("click", save);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input[type=text], select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing) { event.target.closest("article")?.focus(); return; }
    if (typing) return;
    if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
    else if ("axru".includes(event.key)) choose(event.key);
    else return;
    event.preventDefault();
  });
  count();
  narrow();
})();
