"use strict";
// The query editor: Yasqe with completion from the graph's own vocabulary, and nothing that would call another machine.
(function (kg) {
  const ask = (kg.ask = kg.ask || {});
  const NAME = /^[A-Za-z][\w-]*:?[\w-]*$/;
  const MOST = 60; // suggestions

  /** How well a word fits what was typed: 0 best, -1 not at all. */
  function fit(word, typed) {
    const name = word.name.toLowerCase();
    if (name.startsWith(typed)) return 0;
    const [prefix, local] = typed.includes(":") ? typed.split(":") : ["", typed];
    if (prefix && !name.startsWith(`${prefix}:`)) return -1;
    if (name.split(":")[1].startsWith(local)) return 1;
    if (`${name} ${word.label.toLowerCase()}`.includes(local)) return 2;
    return -1;
  }

  /**
   * Words for what was typed, best first.
   * @param {string} typed @param {boolean} classes are classes wanted (after "a")?
   * @returns {Word[]}
   */
  ask.suggestions = function (typed, classes) {
    const low = typed.toLowerCase();
    const rank = (word) => fit(word, low) * 4 + (classes === (word.sort === "class") ? 0 : word.sort === "concept" ? 2 : 1);
    const fitting = ask.known().terms.filter((word) => fit(word, low) >= 0 && (!classes || word.sort === "class"));
    return fitting.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1)).slice(0, MOST);
  };

  const before = (yasqe, token) => yasqe.getPreviousNonWsToken(yasqe.getDoc().getCursor().line, token).string;

  let unasked = false; // is completion offered while one types, rather than asked for?

  const COMPLETER = {
    name: "kg",
    bulk: false,
    autoShow: true,
    persistenceId: null,
    isValidCompletionPosition(yasqe) {
      const token = yasqe.getCompleteToken();
      if (unasked && (!yasqe.hasFocus() || token.string.trim().length < 2)) return false;
      if (["comment", "string", "atom", "keyword"].includes(token.type)) return false;
      return token.type === "ws" || !token.string.trim() ? true : NAME.test(token.string);
    },
    get(yasqe, token) {
      const typed = token.string.trim();
      return ask.suggestions(typed, ["a", "rdf:type"].includes(before(yasqe, token))).map((word) => word.name);
    },
    preProcessToken(yasqe, token) {
      return token.string.trim() ? token : { ...token, string: "", from: { ch: yasqe.getDoc().getCursor().ch }, to: { ch: yasqe.getDoc().getCursor().ch } };
    },
    postprocessHints(_, hints) {
      const words = new Map(ask.known().terms.map((word) => [word.name, word]));
      return hints.map((hint) => ({
        ...hint,
        render: (el) => el.append(hint.text, kg.el("small", {}, ` ${words.get(hint.text).comment || words.get(hint.text).label}`)),
      }));
    },
  };

  /** Lets the editor's grammar know kg's prefixes, which it would mark as undeclared; it has no setting for that. */
  function knowPrefixes(yasqe) {
    const mode = yasqe.getMode();
    const begin = mode.startState;
    mode.startState = () => Object.assign(begin(), { prefixes: { ...ask.known().prefixes } });
    yasqe.setValue(yasqe.getValue());
  }

  // the grammar's names for what may stand somewhere, in words
  const KINDS = [[/^VAR\d/, "a variable"], [/^(IRI_REF|PNAME)/, "an IRI"], [/^STRING|^LANGTAG/, "a text"], [/^(INTEGER|DECIMAL|DOUBLE)/, "a number"], [/^(BLANK_NODE|ANON|NIL)/, ""]];
  const inWords = (name) => (KINDS.find(([pattern]) => pattern.test(name)) || [0, name])[1];

  /** Says what is wrong in a line as the mark's title; the editor's own words would come as markup with styles that the page refuses. */
  function explainMarks(el, yasqe) {
    const explain = (event) => {
      const icon = event.target.closest(".parseErrorIcon");
      if (!icon) return;
      event.stopPropagation();
      const line = yasqe.lineAtHeight(event.clientY, "window");
      const { errorMsg, possibleCurrent } = yasqe.getTokenAt({ line, ch: yasqe.getLine(line).length }, true).state;
      const expected = [...new Set((possibleCurrent || []).map(inWords))].filter(Boolean).slice(0, 12);
      icon.title = errorMsg || `Something in this line is not understood. SPARQL would take ${expected.join(" or ")}.`;
    };
    el.addEventListener("mouseover", explain, true);
    el.addEventListener("mouseout", (event) => event.target.closest(".parseErrorIcon") && event.stopPropagation(), true);
  }

  /**
   * Puts an editor into an element.
   * @param {HTMLElement} el
   * @param {{run: () => void, changed: () => void}} calls
   * @returns {{get: () => string, set: (query: string) => void, mark: (line: number) => void, shown: () => void}}
   *   `mark` marks a line as wrong, 0 none; `shown` is to be called when the editor comes into view
   */
  ask.editor = function (el, calls) {
    const made = window.Yasqe;
    made.defaults.autocompleters = []; // of its own completers two would ask prefix.cc and Linked Open Vocabularies
    made.Autocompleters = {};
    made.registerAutocompleter(COMPLETER);
    const run = () => calls.run();
    const yasqe = new made(el, {
      value: "",
      persistenceId: null,
      consumeShareLink: null,
      createShareableLink: null,
      showQueryButton: false,
      resizeable: false,
      editorHeight: "100%",
      prefixCcApi: null,
      requestConfig: { endpoint: "" },
      extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-S": () => undefined, Tab: false, "Shift-Tab": false },
      hintConfig: { container: document.body },
      lineWrapping: true,
      cursorBlinkRate: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 530,
      screenReaderLabel: "SPARQL query; Control and Enter ask it",
    });
    const complete = yasqe.autocomplete.bind(yasqe);
    yasqe.autocomplete = (auto) => {
      unasked = Boolean(auto);
      complete(auto);
    };
    knowPrefixes(yasqe);
    explainMarks(el, yasqe);
    yasqe.query = () => Promise.resolve(run()); // its own would send the query to whatever endpoint it knows
    let wrong = null;
    const mark = (line) => {
      if (wrong !== null) yasqe.removeLineClass(wrong, "background", "ask-wrong");
      wrong = line ? yasqe.addLineClass(Math.min(line, yasqe.lineCount()) - 1, "background", "ask-wrong") : null;
    };
    yasqe.on("change", () => {
      mark(0);
      calls.changed();
    });
    return {
      get: () => yasqe.getValue(),
      set: (query) => yasqe.getValue() === query || yasqe.setValue(query),
      mark,
      shown: () => yasqe.refresh(),
    };
  };
})(window.kg = window.kg || {});
