"use strict";
/* What the keys do. */
(function (kg) {
  const KEYS = [
    ["/", "search names"], ["Arrow keys, Enter, Esc", "in lists: go, take, leave"], ["Arrow keys", "in the network: from thing to thing"],
    ["Enter", "in the network: into the card"], ["e, double click", "expand the neighbours"], ["p", "path from the chosen thing to another"],
    ["+ − 0", "zoom in, out, everything in view"], ["Shift + arrow keys", "move the drawing"], ["Esc", "back, one step"], ["?", "this list"],
  ];
  let dialog = null;

  kg.help = function () {
    if (!dialog) {
      dialog = kg.el("dialog", { id: "help", "aria-labelledby": "help-title" },
        kg.el("h2", { id: "help-title" }, "How to go about"),
        kg.el("p", {}, "Every fact carries the words it was read from: open a card, then its quotes. Dashed lines are planned, denied or former; larger shapes are named by more articles. The address holds what you see, so a link opens the same view."),
        kg.el("dl", {}, KEYS.map(([key, words]) => [kg.el("dt", {}, kg.el("kbd", {}, key)), kg.el("dd", {}, words)])),
        kg.el("form", { method: "dialog" }, kg.el("button", { type: "button", onclick: () => dialog.close() }, "Close")));
      document.body.append(dialog);
    }
    dialog.showModal();
  };

  kg.ready(() => document.getElementById("tools").append(kg.el("button", { type: "button", id: "help-button", class: "icon", "aria-label": "Help", title: "Keys and hints (?)", onclick: () => kg.help() }, "?")));
})(window.kg = window.kg || {});
