"use strict";
/* What the reader looks at, kept in the page's address, so that a link reopens the same view and Back works. */
(function (kg) {
  /**
   * view: the tab; id: IRI of the chosen thing; pair: IRIs of the two things whose facts are shown; fact: key of the fact whose
   * evidence is open (kg.data.factKey); read, quote: id of the article that is read, and the number of the quote to go to;
   * types, kinds, status: those that are shown, empty for all; from, to: days; article: id; country: IRI; q: words to find in the
   * table, rows: "facts" where it lists facts, all: "yes" where it lists more than the network shows;
   * expand: IRIs whose neighbours are shown too, with a kind of fact after a space where it is those by facts of that kind; path: IRIs of the two ends of a path; most: how many things are drawn.
   */
  const LISTS = new Set(["types", "kinds", "status", "expand", "pair", "path"]);
  const IRIS = new Set(["id", "fact", "country", "expand", "pair", "path"]);
  const EMPTY = {
    view: "", id: "", pair: [], fact: "", read: "", quote: "", types: [], kinds: [], status: [], from: "", to: "", article: "", country: "",
    q: "", rows: "", all: "", expand: [], path: [], most: "",
  };
  const LONGEST = 200; // entries of a list in an address
  let state = { ...EMPTY };
  const listeners = [];

  // addresses name things by what follows the graph's base
  const base = () => (kg.data && kg.data.base) || "";
  const short = (iri) => (base() && iri.startsWith(base()) ? iri.slice(base().length) : iri);
  const long = (name) => (/^[a-z][a-z0-9+.-]*:/i.test(name) || name.startsWith("fact ") || !name ? name : base() + name);
  const coded = (text) => encodeURIComponent(text).replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%20/g, "+");
  const plain = (text) => { try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch { return text; } };

  function written() {
    const parts = [];
    for (const [key, value] of Object.entries(state)) {
      if (LISTS.has(key)) {
        if (value.length) parts.push(`${key}=${value.slice(0, LONGEST).map((v) => coded(IRIS.has(key) ? short(v) : v)).join(",")}`);
      } else if (value !== "") {
        parts.push(`${coded(key)}=${coded(IRIS.has(key) ? short(String(value)) : String(value))}`);
      }
    }
    return parts.length ? `#${parts.join("&")}` : "";
  }

  function read(hash) {
    const found = { ...EMPTY };
    for (const part of hash.replace(/^#/, "").split("&")) {
      const at = part.indexOf("=");
      if (at < 1) continue;
      const key = plain(part.slice(0, at));
      const raw = part.slice(at + 1);
      if (key === "__proto__") continue;
      if (LISTS.has(key)) found[key] = raw.split(",").filter(Boolean).slice(0, LONGEST).map((v) => (IRIS.has(key) ? long(plain(v)) : plain(v)));
      else found[key] = IRIS.has(key) ? long(plain(raw)) : plain(raw);
    }
    return found;
  }

  const same = (a, b) => (Array.isArray(a) ? Array.isArray(b) && a.length === b.length && a.every((v, i) => v === b[i]) : a === b);

  function take(next) {
    const keys = new Set([...Object.keys(state), ...Object.keys(next)]);
    const changed = new Set([...keys].filter((key) => !same(state[key] === undefined ? "" : state[key], next[key] === undefined ? "" : next[key])));
    state = next;
    if (changed.size) for (const fn of listeners) fn(state, changed);
    return changed;
  }

  kg.state = {
    EMPTY,
    /** @returns {typeof EMPTY} a copy */
    get: () => ({ ...state }),
    /** Change some of it. `replace` leaves no step for Back. @param {Object} patch @param {{replace?: boolean}} [options] */
    set(patch, options) {
      const next = { ...state, ...patch };
      for (const key of LISTS) if (!Array.isArray(next[key])) next[key] = next[key] ? [next[key]] : [];
      const changed = take(next);
      if (changed.size) {
        const address = window.location.pathname + window.location.search + written();
        const how = options && options.replace ? "replaceState" : "pushState";
        try { window.history[how](null, "", address); } catch { window.location.hash = written(); /* file: in some browsers */ }
      }
      return changed;
    },
    /** @param {(state: Object, changed: Set<string>) => void} fn */
    on: (fn) => { listeners.push(fn); },
    /** The address of what is shown now. */
    link: () => window.location.href.split("#")[0] + written(),
    /** Read the address; called once when the data is there. */
    start() {
      state = read(window.location.hash);
      const again = () => take(read(window.location.hash));
      window.addEventListener("hashchange", again);
      window.addEventListener("popstate", again);
    },
  };
})(window.kg = window.kg || {});
