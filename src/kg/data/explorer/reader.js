"use strict";
// The reader: an article's text in place, with the words that facts were read from marked.
(function (kg) {
  const HEADINGS = new Set(["title", "heading"]);
  const NO_TEXT =
    "This graph was loaded from a file that holds the quotes but not the articles, so only the quotes can be shown, in the order in which they stand.";

  /** Facts by number of the quote they were read from, for one article. @param {number} article @returns {Map<number, number[]>} */
  function factsByQuote(article) {
    const found = new Map();
    kg.data.facts.forEach((fact, i) => {
      if (!fact.articles.includes(article)) return;
      for (const n of fact.q) found.has(n) ? found.get(n).push(i) : found.set(n, [i]);
    });
    return found;
  }

  /**
   * Cuts a stretch where marks begin and end.
   * @param {number} start @param {number} end code points
   * @param {{start: number, end: number, n: number}[]} marks sorted by start
   * @returns {{start: number, end: number, quotes: number[]}[]} pieces in order, without gaps
   */
  kg.pieces = function (start, end, marks) {
    const here = marks.filter((mark) => mark.start < end && mark.end > start);
    const cuts = new Set([start, end]);
    for (const mark of here) {
      if (mark.start > start) cuts.add(mark.start);
      if (mark.end < end) cuts.add(mark.end);
    }
    const at = [...cuts].sort((a, b) => a - b);
    return at.slice(1).map((to, i) => ({
      start: at[i], end: to, quotes: here.filter((mark) => mark.start <= at[i] && mark.end >= to).map((mark) => mark.n),
    }));
  };

  /** Blocks in order; what no block covers is a paragraph of its own. */
  function stretches(text, blocks) {
    const found = [];
    let at = 0;
    for (const [start, end, role] of [...blocks].sort((a, b) => a[0] - b[0])) {
      if (text.slice(at, start).trim()) found.push({ start: at, end: start, role: "paragraph" });
      if (end > Math.max(at, start)) found.push({ start: Math.max(at, start), end, role });
      at = Math.max(at, end);
    }
    if (text.slice(at).trim()) found.push({ start: at, end: text.length, role: "paragraph" });
    return found;
  }

  function head(article) {
    const about = [article.publisher, kg.dateWords(article.date)].filter(Boolean).join(" · ");
    return kg.el("p", { class: "about" }, about || "no publisher and no date told", article.url ? [" · ", kg.link(article.url, "the article on the web")] : "");
  }

  /** @param {object} article as `kg.load.article` gives it @param {Array} quotes [[articleIndex, start, end, text, number]…] */
  function written(article, quotes, factsOf, tip, wanted) {
    const text = kg.points(article.text);
    const marks = [];
    const lost = [];
    for (const [, start, end, , n] of quotes) {
      const span = (article.spans || {})[`${start},${end}`];
      span ? marks.push({ start: span[0], end: span[1], n }) : lost.push(n);
    }
    marks.sort((a, b) => a.start - b.start || b.end - a.end);
    const body = kg.el("div", { class: "reader-text" });
    let list = null;
    let folded = null;
    for (const block of stretches(text, article.blocks)) {
      const inside = kg.pieces(block.start, block.end, marks).map((piece) => {
        const words = text.slice(piece.start, piece.end);
        return piece.quotes.length ? kg.toldWords(words, piece.quotes, [...new Set(piece.quotes.flatMap((n) => factsOf.get(n)))], tip, wanted) : words;
      });
      if (block.role !== "item") list = null;
      if (block.role !== "furniture") folded = null;
      if (block.role === "furniture") {
        if (!folded) body.append((folded = kg.el("details", { class: "furniture" }, kg.el("summary", {}, "Not part of the article"))));
        folded.append(kg.el("p", {}, ...inside));
        if (folded.querySelector(".wanted")) folded.open = true;
      } else if (block.role === "item") {
        if (!list) body.append((list = kg.el("ul", {})));
        list.append(kg.el("li", {}, ...inside));
      } else {
        body.append(kg.el(HEADINGS.has(block.role) ? "h3" : "p", { class: block.role }, ...inside));
      }
    }
    return { body, lost };
  }

  /** Quotes one below the other, as far as the graph holds them. */
  function quoted(quotes, factsOf, tip, wanted) {
    return quotes.map(([, , , words, n]) => kg.el("blockquote", {}, kg.toldWords(words, [n], factsOf.get(n) || [], tip, wanted)));
  }

  /** Buttons that lead from one mark to the next. */
  function steps(root) {
    const go = (by) => {
      const marks = [...root.querySelectorAll(".told")].filter((mark) => mark.offsetParent);
      const now = marks.indexOf(document.activeElement.closest(".told"));
      const next = marks[now < 0 ? (by > 0 ? 0 : marks.length - 1) : (now + by + marks.length) % marks.length];
      if (next) reveal(next);
    };
    const button = (label, by) => {
      const made = kg.el("button", { type: "button" }, label);
      // keeps the focus on the mark from which the next one is counted
      made.addEventListener("mousedown", (event) => event.preventDefault());
      made.addEventListener("click", () => go(by));
      return made;
    };
    return [button("Previous quote", -1), button("Next quote", 1)];
  }

  function reveal(mark) {
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  }

  /**
   * The reader of one article.
   * @param {number} index of the article @param {number} [wanted] number of the quote to lead to
   * @returns {Promise<{el: HTMLElement, reveal: () => void}>} `reveal` scrolls to the quote once the element stands in the page
   */
  kg.reader = async function (index, wanted) {
    const factsOf = factsByQuote(index);
    // a place that only names a thing is marked where it is asked for
    const names = kg.data.things.some((thing) => thing.articles.includes(index) && thing.q.includes(wanted));
    if (names && !factsOf.has(wanted)) factsOf.set(wanted, []);
    const numbers = [...factsOf.keys()];
    const [article, given] = await Promise.all([kg.load.article(index), kg.load.quotes(numbers)]);
    const quotes = given.map((quote, i) => [...quote, numbers[i]]).filter((quote) => quote[0] === index);
    quotes.sort((a, b) => a[1] - b[1] || a[2] - b[2]);
    const root = kg.el("article", { class: "reader" }, head(article));
    const tip = kg.factTip(root);
    if (article.text === null || article.text === undefined) {
      root.append(kg.el("p", { class: "reader-note" }, NO_TEXT), ...quoted(quotes, factsOf, tip, wanted));
    } else {
      const facts = new Set(quotes.flatMap((quote) => factsOf.get(quote[4])));
      const count = `${kg.count(quotes.length, "quote")} marked, from which ${kg.count(facts.size, "fact")} ${facts.size === 1 ? "was" : "were"} read`;
      root.append(kg.el("p", { class: "reader-count" }, count, " ", ...(quotes.length ? steps(root) : [])));
      const { body, lost } = written(article, quotes, factsOf, tip, wanted);
      root.append(body);
      if (lost.length) {
        root.append(
          kg.el("h3", {}, "Quotes that could not be placed in the text"),
          ...quoted(quotes.filter((quote) => lost.includes(quote[4])), factsOf, tip, wanted)
        );
      }
    }
    return {
      el: root,
      reveal() {
        const mark = root.querySelector(".wanted");
        if (mark) tip.hush(() => reveal(mark)); // on arrival the words count, not what would lie over those that follow
      },
    };
  };

  kg.panel("article", {
    order: 40,
    keys: ["read", "quote"],
    wide: true,
    when: (state) => Boolean(state.read),
    close: { read: "", quote: "" },
    title(state) {
      const i = kg.data.articleById(state.read);
      return i < 0 ? "No such article" : kg.data.articles[i].title || state.read;
    },
    async draw(el, state) {
      const i = kg.data.articleById(state.read);
      if (i < 0) {
        kg.put(el, kg.el("p", {}, "This graph holds no article of that name. The tab Articles lists those that it holds."));
        return;
      }
      const reader = await kg.reader(i, state.quote === "" ? undefined : Number(state.quote));
      kg.put(el, reader.el);
      reader.reveal();
    },
  });
})(window.kg = window.kg || {});
