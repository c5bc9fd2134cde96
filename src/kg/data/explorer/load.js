"use strict";
/* Where the data comes from: this file itself, or the server that sent the page. */
(function (kg) {
  const root = document.documentElement;
  /** @type {"file"|"server"} */
  kg.mode = root.dataset.mode === "server" ? "server" : "file";
  let embedded = null;
  const known = new Map(); // quotes and articles that the server told already

  async function fetched(path, options) {
    const response = await fetch(path, Object.assign({ credentials: "same-origin" }, options));
    if (!response.ok) {
      let told = "";
      try { told = (await response.json()).error || ""; } catch { /* an answer that is no JSON says no more than its status */ }
      throw new Error(told || `the server answered ${response.status}`);
    }
    return response;
  }

  /** The same from a server that reads a large graph for the first time: it says when to ask again. */
  async function awaited(path) {
    for (let tries = 0; tries < 60; tries++) {
      const response = await fetch(path, { credentials: "same-origin" });
      const seconds = Number(response.headers.get("Retry-After"));
      if (response.ok) return response;
      if (response.status !== 503 || !seconds) break;
      await new Promise((resolve) => setTimeout(resolve, Math.min(seconds, 30) * 1000));
    }
    return fetched(path);
  }

  kg.load = {
    /** The overview. */
    async overview() {
      if (kg.mode === "server") return (await awaited("/api/overview")).json();
      embedded = JSON.parse(document.getElementById("kg-data").textContent);
      return embedded;
    },

    /**
     * Quotes by number. @param {number[]} numbers
     * @returns {Promise<[number, number, number, string][]>} article's number, start and end in its file, the words
     */
    async quotes(numbers) {
      if (kg.mode === "file") return numbers.map((n) => embedded.quotes[n]);
      const missing = [...new Set(numbers)].filter((n) => !known.has(n));
      for (let at = 0; at < missing.length; at += 200) {
        const part = missing.slice(at, at + 200);
        const told = await (await fetched(`/api/quotes?n=${part.join(",")}`)).json();
        part.forEach((n, i) => known.set(n, told[i]));
      }
      return numbers.map((n) => known.get(n));
    },

    /** An article with its text. @param {number} i its number @returns {Promise<Object>} */
    async article(i) {
      const article = kg.data.articles[i];
      if (kg.mode === "file") {
        const text = (embedded.texts || {})[article.id];
        return text || Object.assign({ text: null, blocks: [], spans: {} }, article);
      }
      const key = `article ${article.id}`;
      if (!known.has(key)) known.set(key, await (await fetched(`/api/article?id=${encodeURIComponent(article.id)}`)).json());
      return known.get(key);
    },

    /** A file of `data.txt`, such as the map's shapes. @param {string} name its path below the folder @returns {Promise<Object>} */
    async json(name) {
      if (!known.has(name)) {
        known.set(name, kg.mode === "file" ? JSON.parse(document.getElementById(`kg-file ${name}`).textContent) : await (await fetched(`/static/${name}`)).json());
      }
      return known.get(name);
    },

    /**
     * Ask SPARQL; server mode only. @param {string} query @param {string} accept media type
     * @param {AbortSignal} [signal] gives up waiting @returns {Promise<Response>}
     */
    async sparql(query, accept, signal) {
      if (kg.mode !== "server") throw new Error("SPARQL needs kg serve; a page alone has no engine");
      return fetch("/sparql", {
        method: "POST",
        credentials: "same-origin",
        headers: { "Content-Type": "application/sparql-query", Accept: accept || "application/sparql-results+json" },
        body: query,
        signal,
      });
    },
  };
})(window.kg = window.kg || {});
