"use strict";
/* The tabs of the main area. */
(function (kg) {
  /**
   * Register a tab. `mount` is called once, when it is first shown; `update` whenever the state changed while it is shown, and when it
   * comes back, with the keys that changed meanwhile.
   * @param {string} name
   * @param {{title: string, mount: (el: HTMLElement) => void, update: (state: Object, changed: Set<string>) => void, modes?: string[]}} view
   */
  kg.view = (name, view) => { kg.views.set(name, view); };
  kg.views = new Map();
})(window.kg = window.kg || {});
