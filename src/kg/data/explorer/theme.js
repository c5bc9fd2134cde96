"use strict";
/* Light and dark: the system's wish until the reader chooses. Colours are custom properties of the page. */
(function (kg) {
  const wish = window.matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  let chosen = null;

  /** @returns {"light"|"dark"} */
  kg.theme = () => chosen || (wish.matches ? "dark" : "light");

  /** The colour that a custom property has now, as canvas wants it. */
  kg.colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  kg.setTheme = function (theme) {
    chosen = theme;
    show();
  };

  function show() {
    root.dataset.theme = kg.theme();
    kg.emit("theme", kg.theme());
  }

  wish.addEventListener("change", show);
  root.dataset.theme = kg.theme();
})(window.kg = window.kg || {});
