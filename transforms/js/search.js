// The search page: the field, the facets, the results. pagefind finds; nothing is asked of any other server.
"use strict";
(() => {
  const PAGE = 20, AROUND = 32;
  const form = document.getElementById("search"), said = form.dataset;
  const [field, order, count, list, more, clear, chosen] =
    ["words", "order", "count", "results", "more", "clear", "chosen"].map((name) => document.getElementById(`search-${name}`));
  const facets = [...form.querySelectorAll("fieldset[data-facet]")];
  const folder = new URL("../", document.currentScript.src);
  let pagefind, table, shown = 0, found = [], sought = [], run = 0;

  const without = (reason) => {
    form.hidden = true;
    document.getElementById("search-without").hidden = false;
    document.getElementById(`search-${reason}`).hidden = false;
  };

  // As languages/folding.py folds; a test compares the two.
  const single = (word) => [...word].filter((letter, at, all) => letter !== all[at - 1]).join("");
  const key = (word) => {
    let own = [...word.normalize("NFC").toLowerCase()].map((letter) => table.letters[letter] ?? letter).join("");
    own = own.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
    for (const [written, one] of table.pairs) own = own.replaceAll(written, one);
    own = single(own);
    for (const [written, one] of table.vowels) own = own.replaceAll(written, one);
    own = single(own);
    return /^[a-z]+$/.test(own) ? table.mark + own : "";
  };

  // pagefind takes a word that nobody wrote for the longest one it begins with (“Andreyev” for “and”): what was found
  // counts only where its word goes on as typed, or differs by no more than an ending of English.
  const bare = (word) => word.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const stem = (word) => word.replace(/(ational|ations?|ions?|ings?|ments?|i?ness|ly|ied|ies|ed|es|s|e|y|al|ity|ers?)$/, "");
  const isSame = (word, typed) => word.startsWith(typed) || stem(word) === stem(typed);
  const isMeant = async ([best], typed) => {
    if (!best) return false;
    const { raw_content: text, meta } = await best.data(), words = text.split(/\s+/u);
    const near = [...best.words.map((at) => words[at] ?? ""), ...Object.values(meta).join(" ").split(/\s+/u)];
    return near.flatMap((word) => [word, ...word.split(/[-‐‑—–]/u)]).some((word) => bare(word) && isSame(bare(word), typed));
  };

  // Each word is looked for as it was typed or by its key, whichever finds more; what is quoted, as it stands. Nothing
  // is returned if a word is nowhere.
  const isQuoted = (text) => /^["“„«].+["”“»]$/u.test(text);
  const terms = async (text) => {
    if (isQuoted(text)) return [`"${text.slice(1, -1)}"`];
    const words = text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    const chosen = await Promise.all(words.map(async (word) => {
      const other = key(word), plain = word.replace(/["“”„«»]/gu, "");
      if (!other) return plain;
      const [typed, folded] = await Promise.all([plain, other].map(async (term) => {
        const { results } = await pagefind.search(term);
        return await isMeant(results, bare(term)) ? results.length : 0;
      }));
      return typed || folded ? (folded > typed ? other : plain) : null;
    }));
    return chosen.includes(null) ? null : chosen;
  };

  const ticked = () => Object.fromEntries(facets
    .map((facet) => [facet.dataset.facet, [...facet.querySelectorAll("input:checked")].map((box) => box.value)])
    .filter(([, values]) => values.length));
  const filters = (values) => Object.fromEntries(Object.entries(values).map(([name, any]) => [name, { any }]));

  const make = (name, content = "", attributes = {}) => {
    const element = document.createElement(name);
    element.append(...[content].flat());
    for (const [attribute, value] of Object.entries(attributes)) if (value) element.setAttribute(attribute, value);
    return element;
  };

  // Values of a facet with how many documents each would leave; years in their order, others by number.
  const showFacet = (facet, numbers, values) => {
    const name = facet.dataset.facet, mine = values[name] ?? [];
    const byYear = (one, other) => one[0].localeCompare(other[0]);
    const entries = Object.entries({ ...Object.fromEntries(mine.map((value) => [value, 0])), ...numbers }).filter(([value, n]) => n || mine.includes(value));
    entries.sort(name === "year" ? byYear : (one, other) => other[1] - one[1] || byYear(one, other));
    const active = document.activeElement?.closest("[data-facet]") === facet ? document.activeElement.value : undefined;
    facet.querySelector("ul").replaceChildren(...entries.map(([value, n]) => {
      const box = make("input", [], { type: "checkbox", name, value });
      box.checked = mine.includes(value);
      return make("li", make("label", [box, " ", make("span", value, { class: "value" }), " ", make("span", String(n), { class: "number" })]));
    }));
    facet.hidden = !entries.length;
    if (active !== undefined) [...facet.querySelectorAll("input")].find((box) => box.value === active)?.focus();
  };

  // A facet's own choice does not count against its other values: choosing a second one widens the search.
  const showFacets = async (text, values, result, turn) => {
    const numbers = await Promise.all(facets.map(async ({ dataset: { facet } }) => {
      if (!values[facet] || text === undefined) return result.filters[facet] ?? {};
      const { [facet]: mine, ...others } = values;
      return (await pagefind.search(text, { filters: filters(others) })).filters[facet] ?? {};
    }));
    if (turn !== run) return;
    facets.forEach((facet, at) => showFacet(facet, numbers[at], values));
    const all = Object.values(values).flat();
    chosen.textContent = all.length ? `(${all.join(", ")})` : "";
    clear.hidden = !all.length;
  };

  // The words round the densest hits, marked; the place on the page where they stand.
  const excerpt = (data) => {
    const words = data.raw_content.split(/\s+/u), hits = new Set(data.locations);
    const keys = sought.filter((term) => term.startsWith(table.mark));
    const parts = (word) => [word, ...word.split(/[-‐‑]/u)].map(key).filter(Boolean);
    if (keys.length) words.forEach((word, at) => { if (parts(word).some((own) => keys.includes(own))) hits.add(at); });
    const places = [...hits].filter((at) => at < words.length).sort((one, other) => one - other);
    const inside = (from) => places.filter((at) => at >= from && at < from + AROUND).length;
    const best = places.reduce((kept, at) => (inside(at) > inside(kept) ? at : kept), places[0] ?? 0);
    const start = best < 8 ? 0 : best - 6, end = Math.min(words.length, start + AROUND);
    const text = [start ? "… " : ""];
    for (let at = start; at < end; at++) text.push(hits.has(at) ? make("mark", words[at]) : words[at], " ");
    if (end < words.length) text.push("…");
    const anchor = data.anchors.filter((one) => one.location <= best).pop();
    return { text, anchor: places.length && anchor ? `#${anchor.id}` : "" };
  };

  // Of a document found by a name that does not stand in it so: which.
  const otherName = (data) => {
    const whole = data.raw_content.toLowerCase(), isIn = (name) => whole.includes(name.toLowerCase());
    const isSought = (name) => sought.every((term) => name.split(/\s+/u).concat(name.split(/[\s-]+/u))
      .some((word) => term === key(word) || key(term) === key(word)));
    for (const names of (data.meta.names ?? "").split(" ‖ ").map((all) => all.split(" · "))) {
      const near = names.filter(isSought);
      if (near.length && !near.some(isIn)) {
        return (near[0] === names[0] ? said.named : said.name).replace("{name}", near[0]).replace("{main}", names[0]);
      }
    }
    return "";
  };

  const item = (data) => {
    const { meta } = data, { text, anchor } = excerpt(data);
    const href = new URL(`.${data.raw_url}`, folder).href + anchor, searching = sought.length > 0;
    const parties = [meta.from ?? ""];
    if (meta.to) parties.push(make("span", " → ", { class: "arrow", "aria-hidden": "true" }), make("span", ` ${said.arrow} `, { class: "hidden" }), meta.to);
    const name = searching ? otherName(data) : "";
    return make("li", [make("span", meta.date ?? "", { class: "when" }), " ", make("div", [
      make("a", meta.title, { href, lang: meta.lang }), make("p", parties, { class: "parties" }),
      ...(searching ? [make("p", text, { class: "excerpt", lang: meta.lang })] : []),
      ...(name ? [make("p", name, { class: "terms" })] : []),
    ])]);
  };

  const showMore = async (focus) => {
    const turn = run, next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    if (turn !== run) return;
    const items = next.map(item);
    if (!shown) list.replaceChildren();
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
    if (focus) items[0]?.querySelector("a").focus();
  };

  const keep = (text, values) => {
    const address = new URLSearchParams();
    if (text) address.set("q", text);
    for (const [name, several] of Object.entries(values)) for (const value of several) address.append(name, value);
    if (order.value) address.set("sort", order.value);
    history.replaceState(null, "", `${location.pathname}${address.size ? `?${address}` : ""}`);
  };

  const search = async (values = ticked()) => {
    const turn = ++run, text = field.value.trim();
    keep(text, values);
    count.textContent ||= said.waiting;
    const wanted = await terms(text);
    const query = wanted?.length ? wanted.join(" ") : null;
    const by = order.value || (query ? "" : "oldest");
    const sort = by ? { [by]: by === "oldest" ? "asc" : "desc" } : {};
    const result = wanted ? await pagefind.search(query, { filters: filters(values), sort }) : { results: [], filters: {} };
    if (turn !== run) return;
    sought = wanted ?? []; found = result.results; shown = 0;
    const told = found.length ? (query ? said.found : said.many) : said.none;
    count.textContent = told.replace("{n}", found.length);
    await Promise.all([showMore(false), showFacets(wanted ? query : undefined, values, result, turn)]);
    if (turn === run && !found.length) list.replaceChildren();
    document.documentElement.dataset.searched = text;
  };

  const start = async () => {
    if (location.protocol === "file:") return without("file");
    document.getElementById("search-without").hidden = true;
    try {
      const entry = await fetch(new URL("pagefind/pagefind-entry.json", folder), { cache: "no-cache" });
      if (!entry.ok) return without("missing");
      pagefind = await import(new URL("pagefind/pagefind.js", folder));
      table = await (await fetch(new URL("js/folding.json", folder))).json();
      await pagefind.filters();
    } catch { return without("missing"); }
    const asked = new URLSearchParams(location.search), values = {};
    field.value = asked.get("q") ?? "";
    order.value = asked.get("sort") ?? "";
    if (order.selectedIndex < 0) order.value = "";
    for (const { dataset: { facet } } of facets) if (asked.has(facet)) values[facet] = asked.getAll(facet);
    document.getElementById("search-facets").open = Object.keys(values).length > 0;
    form.hidden = false;
    let waiting;
    field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 250); });
    form.addEventListener("change", ({ target }) => { if (target !== field) search(); });
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); search(); });
    clear.addEventListener("click", () => { search({}); field.focus(); });
    more.addEventListener("click", () => showMore(true));
    if (!asked.size) field.focus({ preventScroll: true });
    await search(values);
  };
  start();
})();
