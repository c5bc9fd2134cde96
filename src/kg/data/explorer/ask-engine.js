"use strict";
// Who answers a query: the server that the page came from, or Oxigraph inside the page, in a worker that can be stopped.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  ask.LIMIT = 30; // seconds
  const ROWS = "application/sparql-results+json";
  const TRIPLES = "application/n-triples";
  const TURTLE = "text/turtle";

  /**
   * @typedef {object} Answer
   * @property {"rows" | "triples" | "truth"} form
   * @property {string[]} columns of rows
   * @property {(Term | undefined)[][]} rows
   * @property {Term[][]} triples subject, predicate, object
   * @property {boolean} truth
   * @property {string} text the answer as it came: SPARQL's JSON, N-Triples or Turtle
   */

  /** A query that got no answer: `message` in words, `line` and `column` from 1 where they are known. */
  class Fault extends Error {
    constructor(message, line = 0, column = 0) {
      super(message);
      this.line = line;
      this.column = column;
    }
  }
  ask.Fault = Fault;

  const packed = () => document.getElementById("kg-engine");
  let carried = null;
  const engine = () => carried || (carried = JSON.parse(packed().textContent));

  /** Why this page cannot answer queries, in words; "" where it can. */
  ask.why = function () {
    if (kg.mode === "server") return "";
    if (!packed()) return "This page was written without an engine that answers queries.";
    if (engine().why) return engine().why;
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") return "This browser is too old to answer queries inside a page.";
    return "";
  };

  /** Is the graph too large for any page to answer by itself? */
  ask.tooLarge = () => kg.mode === "file" && Boolean(packed() && engine().why);

  let running = null; // { stop(why) }
  /** Stops what runs; its answer becomes a fault. */
  ask.stop = function (why = "stopped") {
    if (running) running.stop(why);
  };

  /**
   * Asks. Known prefixes need no declaration. A later question stops the one before.
   * @param {string} query
   * @param {{turtle?: boolean}} [options] `turtle`: CONSTRUCT and DESCRIBE as Turtle, unread
   * @returns {Promise<Answer>} rejects with a {@link Fault}
   */
  ask.answer = async function (query, options = {}) {
    const form = ask.form(query);
    if (!form) throw new Fault("That is no SPARQL query that reads: SELECT, ASK, CONSTRUCT or DESCRIBE is missing.");
    if (ask.tokens(query).some((token) => token.toLowerCase() === "service")) throw new Fault("SERVICE is not allowed: a query must not call other machines.");
    const triples = form === "construct" || form === "describe";
    const accept = triples ? (options.turtle ? TURTLE : TRIPLES) : ROWS;
    const { text, lines } = ask.declared(query);
    ask.stop();
    let timer = 0;
    try {
      const said = await new Promise((resolve, reject) => {
        const run = { stop: (why) => reject(new Fault(why)) };
        running = run;
        timer = window.setTimeout(() => run.stop(`no answer within ${ask.LIMIT} seconds; make the query smaller, for example with LIMIT`), ask.LIMIT * 1000);
        (kg.mode === "server" ? remote : local)(text, accept, run).then(resolve, reject);
      });
      return understood(said, triples, options.turtle);
    } catch (error) {
      throw located(error, text, lines);
    } finally {
      window.clearTimeout(timer);
      running = null;
    }
  };

  function understood(said, triples, unread) {
    const empty = { columns: [], rows: [], triples: [], truth: false, text: said };
    if (triples) return { ...empty, form: "triples", triples: unread ? [] : ntriples(said) };
    const found = JSON.parse(said);
    if (typeof found.boolean === "boolean") return { ...empty, form: "truth", truth: found.boolean };
    const columns = found.head.vars;
    return { ...empty, form: "rows", columns, rows: found.results.bindings.map((row) => columns.map((name) => row[name])) };
  }

  // what an engine says in words; else it gives a long list of all that it would have taken
  const WHY = [["Prefix not found", "this prefix is not known; declare it with PREFIX"], ["variable that is unbound", "a variable is neither grouped by nor counted"], ["IRI parsing failed", "this is no IRI"]];

  /** The fault with its place in the query as it was typed. @param {unknown} error @param {string} query as it was asked @param {number} lines before the reader's own */
  function located(error, query, lines) {
    const message = String((error && error.message) || error);
    const at = /(?:error at |line )(\d+)(?::|, column )(\d+):? ?/.exec(message);
    if (!at) return error instanceof Fault ? error : new Fault(message);
    const [line, column] = [Number(at[1]), Number(at[2])];
    const there = ((query.split("\n")[line - 1] || "").slice(column - 1).match(/^\s*(\S{1,40})/) || [])[1];
    const known = WHY.find(([words]) => message.toLowerCase().includes(words.toLowerCase()));
    const why = known ? known[1] : there ? `“${there}” is not understood here` : "what stands before this place is not understood, or something is missing";
    return new Fault(`${why}.`, Math.max(1, line - lines), line > lines ? column : 1);
  }

  /* ---- the server ---- */
  async function remote(query, accept, run) {
    const control = new AbortController();
    const stop = run.stop;
    run.stop = (why) => {
      control.abort();
      stop(why);
    };
    const response = await kg.load.sparql(query, accept, control.signal);
    const said = await response.text();
    if (response.ok) return said;
    let told = {};
    try {
      told = JSON.parse(said);
    } catch {
      told = { error: said.slice(0, 300) || `the server answered with status ${response.status}` };
    }
    throw new Fault([told.error, told.allowed && `allowed: ${[].concat(told.allowed).join(", ")}`, told.next].filter(Boolean).join("; "));
  }

  /* ---- the worker ---- */
  // Runs inside the worker, behind the engine's own script, whose names it uses.
  function work() {
    let store;
    self.onmessage = (event) => {
      const { wasm, turtle, query, accept } = event.data;
      try {
        if (wasm) {
          initSync({ module: wasm });
          store = new Store();
          store.load(turtle, { format: "text/turtle" });
          self.postMessage({ ready: true });
        } else {
          const asked = store.query(query, { results_format: accept });
          self.postMessage({ said: asked });
        }
      } catch (error) {
        self.postMessage({ fault: String((error && error.message) || error) });
      }
    };
  }

  // A worker of a page that was opened from disk must be a classic script; the engine comes as a module.
  const classic = (module) => module.replace(/^export (?=class|function)/gm, "").replace(/^export \{.*\};$/gm, "").replaceAll("import.meta.url", '""');

  let worker = null; // Promise of a worker that has read the graph
  function end() {
    if (worker) worker.then((found) => found.terminate(), () => undefined);
    worker = null;
  }

  async function start() {
    const { script, wasm, turtle } = engine();
    const bytes = Uint8Array.from(atob(wasm), (character) => character.charCodeAt(0));
    const binary = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
    const address = URL.createObjectURL(new Blob([classic(script), `\n(${work})();`], { type: "text/javascript" }));
    const found = new Worker(address);
    URL.revokeObjectURL(address);
    await told(found, { wasm: binary, turtle }, [binary]);
    return found;
  }

  function told(found, message, transfer = []) {
    return new Promise((resolve, reject) => {
      found.onmessage = (event) => (event.data.fault === undefined ? resolve(event.data) : reject(new Fault(event.data.fault)));
      found.onerror = (event) => reject(new Fault(`the engine stopped: ${event.message || "no reason given"}`));
      found.postMessage(message, transfer);
    });
  }

  async function local(query, accept, run) {
    const stop = run.stop;
    run.stop = (why) => {
      end(); // a query cannot be interrupted, its worker can
      stop(why);
    };
    worker = worker || start();
    worker.catch(() => (worker = null));
    return (await told(await worker, { query, accept })).said;
  }

  /* ---- N-Triples ---- */
  const LINE = /^(<[^>]*>|_:\S+) (<[^>]*>) (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[\w-]+|\^\^<[^>]*>)?) ?\.$/;
  const ESCAPES = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f", '"': '"', "'": "'", "\\": "\\" };
  const plain = (text) =>
    text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (_, four, eight, one) => (one ? ESCAPES[one] || one : String.fromCodePoint(parseInt(four || eight, 16))));

  /** @param {string} token of N-Triples @returns {Term} */
  function term(token) {
    if (token[0] === "<") return { type: "uri", value: plain(token.slice(1, -1)) };
    if (token[0] === "_") return { type: "bnode", value: token.slice(2) };
    const close = token.lastIndexOf('"');
    const found = { type: "literal", value: plain(token.slice(1, close)) };
    const after = token.slice(close + 1);
    if (after[0] === "@") found["xml:lang"] = after.slice(1);
    else if (after) found.datatype = after.slice(3, -1);
    return found;
  }

  function ntriples(text) {
    const found = text.split("\n").map((line) => LINE.exec(line.trim())).filter(Boolean);
    return found.map((match) => [term(match[1]), term(match[2]), term(match[3])]);
  }
  ask.ntriples = ntriples;
})(window.kg = window.kg || {});
