"use strict";
/* Helpers that every other script uses: elements, events between scripts, words, files to save. */
(function (kg) {
  const PROPERTIES = new Set(["hidden", "checked", "disabled", "value", "selected", "open", "tabIndex", "indeterminate"]);

  /**
   * An element. Children become text unless they are nodes, so that nothing an article says is ever read as markup.
   * Attributes: functions named `on…` listen, `style` is an object of CSS properties, null and false leave an attribute out.
   * @param {string} tag
   * @param {Object<string, any>} [attributes]
   * @param {...(Node|string|number|null|undefined|Array)} children
   * @returns {HTMLElement}
   */
  kg.el = function (tag, attributes, ...children) {
    return fill(document.createElement(tag), attributes, children);
  };

  /** The same for SVG. */
  kg.svg = function (tag, attributes, ...children) {
    return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
  };

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function" && name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "style") for (const [key, it] of Object.entries(value)) element.style.setProperty(key, it);
      else if (PROPERTIES.has(name)) element[name] = value;
      else if (name === "href") { if (kg.isLink(value)) element.setAttribute("href", value); }
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== false) element.append(child);
    return element;
  }

  /** Empty `element` and fill it anew. */
  kg.put = function (element, ...children) {
    element.replaceChildren();
    for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== false) element.append(child);
    return element;
  };

  /** Whether a page may link to it: http, https, or a place on this page. */
  kg.isLink = (url) => /^(https?:\/\/|#)/i.test(String(url));

  /** A link that leaves the page, or its text where it is none that may be followed. */
  kg.link = (url, ...text) =>
    kg.isLink(url) ? kg.el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...text) : kg.el("span", {}, ...text);

  /* ---- events between scripts: "data", "state", "theme", "shown" ---- */
  const listeners = new Map();
  kg.on = (name, fn) => { listeners.set(name, [...(listeners.get(name) || []), fn]); };
  kg.emit = (name, ...values) => { for (const fn of listeners.get(name) || []) fn(...values); };

  /** Run `fn` as soon as the data is there. */
  kg.ready = (fn) => { if (kg.data && kg.data.things) fn(); else kg.on("data", fn); };

  /** What a screen reader hears, and unless `unseen` for a moment a reader sees. */
  let quiet = 0;
  kg.say = function (text, unseen) {
    const place = document.getElementById("said");
    place.textContent = text;
    place.classList.toggle("seen", !unseen);
    clearTimeout(quiet);
    quiet = setTimeout(() => place.classList.remove("seen"), 5000);
  };

  /** Save a file. @param {string} name @param {string} type media type @param {string|Blob} content */
  kg.download = function (name, type, content) {
    const blob = content instanceof Blob ? content : new Blob([content], { type });
    const url = URL.createObjectURL(blob);
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  };

  const ODD = { "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss" };
  const odd = /[đðøłıæœß]/g;
  /** Text without case and diacritics, as `kg.explore.find.fold` does it in Python. */
  kg.fold = (text) => text.toLowerCase().replace(odd, (c) => ODD[c]).normalize("NFKD").replace(/\p{M}/gu, "").replace(odd, (c) => ODD[c]);

  const whole = new Intl.NumberFormat("en-GB");
  /** 12,345 */
  kg.number = (n) => whole.format(n);
  /** "1 fact", "2 facts" */
  kg.count = (n, one, many) => `${kg.number(n)} ${n === 1 ? one : many || `${one}s`}`;
})(window.kg = window.kg || {});
