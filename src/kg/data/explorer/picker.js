"use strict";
/* A field that finds one of many as one types: used for countries and articles. */
(function (kg) {
  let nth = 0;

  /**
   * @param {{label: string, placeholder: string, find: (text: string) => {key: string, text: string, note?: string}[],
   *   pick: (key: string) => void}} options `find` gives at most some dozens for a text, "" being everything
   * @returns {HTMLElement}
   */
  kg.picker = function ({ label, placeholder, find, pick }) {
    nth += 1;
    const name = `picker-${nth}`;
    let found = [];
    let at = -1;
    const list = kg.el("ul", { id: `${name}-list`, class: "options", role: "listbox", "aria-label": label, hidden: true });
    const input = kg.el("input", { type: "search", id: name, role: "combobox", placeholder, "aria-label": label, autocomplete: "off", spellcheck: "false",
      "aria-expanded": "false", "aria-controls": `${name}-list`, "aria-autocomplete": "list", oninput: open, onfocus: open, onblur: close });

    function open() {
      found = find(input.value);
      at = -1;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      kg.put(list, found.length ? found.map((one, n) => kg.el("li", { role: "option", id: `${name}-${n}`, "aria-selected": "false",
        onmousedown: (event) => { event.preventDefault(); take(n); } }, one.text, one.note ? kg.el("small", {}, one.note) : null)) : kg.el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" }, "none found"));
    }
    function close() {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function take(n) {
      const { key } = found[n];
      input.value = "";
      close();
      pick(key);
    }
    input.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && found.length) {
        if (list.hidden) open();
        at = (at + step + found.length) % found.length;
        [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
        list.children[at].scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", `${name}-${at}`);
      } else if (event.key === "Enter" && found.length && !list.hidden) take(Math.max(at, 0));
      else if (event.key === "Escape" && !list.hidden) close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return kg.el("div", { class: "picker" }, input, list);
  };
})(window.kg = window.kg || {});
