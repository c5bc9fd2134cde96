"use strict";
/* Search over names and other names as one types, case and diacritics aside. */
(function (kg) {
  let index = null;
  let input = null;
  let list = null;
  let found = [];
  let at = -1;
  const MOST = 12;

  const build = () => {
    const search = new MiniSearch({
      fields: ["name", "other"], idField: "i", storeFields: [],
      tokenize: (text) => kg.fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean), processTerm: (term) => term,
      searchOptions: { prefix: true, combineWith: "AND", boost: { name: 2 } },
    });
    search.addAll(kg.data.things.map((thing, i) => ({ i, name: thing.name, other: thing.other.join(" \n ") })));
    return search;
  };

  /** Numbers of the things that a text finds, best first: the very name, then its beginning, then by score and weight. @returns {number[]} */
  kg.search = function (text, most) {
    const wanted = kg.fold(text).trim();
    if (!wanted) return [];
    index = index || build();
    const rank = (i) => {
      const names = [kg.data.things[i].name, ...kg.data.things[i].other].map(kg.fold);
      return names.includes(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2;
    };
    const hits = index.search(wanted);
    return hits.slice(0, 500).map((hit) => ({ i: hit.id, rank: rank(hit.id), score: hit.score * (1 + Math.log1p(kg.data.things[hit.id].weight)) }))
      .sort((a, b) => a.rank - b.rank || b.score - a.score || a.i - b.i).slice(0, most || MOST).map((hit) => hit.i);
  };
  kg.on("data", () => { index = null; });

  /** What tells a thing from another of its name: where it lies, or the article that names it first. */
  function whereabouts(i) {
    const thing = kg.data.things[i];
    const article = kg.data.articles[thing.articles[0]];
    return thing.in >= 0 ? `in ${kg.data.things[thing.in].name}` : article ? `in “${article.title || article.id}”` : "";
  }

  function suggest() {
    found = kg.search(input.value);
    at = found.length ? 0 : -1;
    const none = input.value.trim() && !found.length;
    list.hidden = !found.length && !none;
    input.setAttribute("aria-expanded", String(!list.hidden));
    kg.put(list, none ? kg.el("li", { role: "option", "aria-disabled": "true", class: "none" }, "no such name") : found.map((i, n) => {
      const thing = kg.data.things[i];
      const wanted = kg.fold(input.value).trim();
      const other = kg.fold(thing.name).includes(wanted) ? null : thing.other.find((name) => kg.fold(name).includes(wanted));
      const twin = found.some((j) => j !== i && kg.data.things[j].name === thing.name) ? whereabouts(i) : "";
      return kg.el("li", { role: "option", id: `found-${n}`, "aria-selected": String(n === at), onmousedown: (event) => { event.preventDefault(); choose(i); } },
        kg.icon(thing.type), kg.el("span", { class: "name" }, thing.name, other ? kg.el("small", {}, ` also ${other}`) : null, twin ? kg.el("small", { class: "twin" }, twin) : null),
        kg.el("small", {}, `${kg.data.typeOf(i).one} · ${kg.number(thing.weight)}`));
    }));
    select();
  }

  function select() {
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) { input.setAttribute("aria-activedescendant", `found-${at}`); list.children[at].scrollIntoView({ block: "nearest" }); } else input.removeAttribute("aria-activedescendant");
  }

  function choose(i) {
    close();
    input.value = "";
    kg.choose(i);
    document.getElementById("panel-title")?.focus({ preventScroll: true });
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  kg.focusSearch = () => { if (input) { input.focus(); input.select(); } };

  kg.ready(() => {
    input = kg.el("input", { id: "search", type: "search", role: "combobox", placeholder: "Search names   /", "aria-label": "Search names", autocomplete: "off",
      spellcheck: "false", "aria-controls": "found", "aria-expanded": "false", "aria-autocomplete": "list", oninput: suggest, onfocus: () => { if (input.value) suggest(); }, onblur: close });
    list = kg.el("ul", { id: "found", role: "listbox", "aria-label": "Names found", hidden: true });
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && found.length) at = (at + 1) % found.length;
      else if (event.key === "ArrowUp" && found.length) at = (at + found.length - 1) % found.length;
      else if (event.key === "Enter") { if (at >= 0 && !list.hidden) choose(found[at]); } else if (event.key === "Escape") {
        if (!list.hidden) close(); else { input.value = ""; input.blur(); if (kg.stopPicking) kg.stopPicking(); }
      } else return;
      event.preventDefault();
      select();
    });
    document.getElementById("search-box").append(input, list);
  });
})(window.kg = window.kg || {});
