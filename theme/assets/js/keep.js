/* The button that keeps a project, a gap, a park or a plot on the shortlist, and the way to the
   list with how many it holds. Classic script: it also runs from file://. */
(function () {
  "use strict";

  var shortlist = window.zhaoshangShortlist;
  var box = document.querySelector(".keep");
  if (!shortlist || !box) { return; }
  var link = box.querySelector(".keep__list");
  var count = box.querySelector(".keep__count");
  var said = box.querySelector(".keep__said");
  var page = link.getAttribute("href").split("#")[0];
  var buttons = Array.prototype.slice.call(document.querySelectorAll(".keep__button"));
  buttons.forEach(function (button) {
    button.setAttribute("data-do", button.textContent);
    button.hidden = false;
    button.addEventListener("click", function () {
      var kept = shortlist.toggle(button.getAttribute("data-keep"));
      show();
      if (!kept) { say(box.getAttribute("data-full")); }
    });
  });

  function say(text) {
    said.textContent = text;
    said.hidden = !text;
  }

  function show() {
    var ids = shortlist.read();
    buttons.forEach(function (button) {
      var on = ids.indexOf(button.getAttribute("data-keep")) >= 0;
      button.setAttribute("aria-pressed", String(on));
      button.textContent = button.getAttribute(on ? "data-done" : "data-do");
      button.setAttribute("aria-label",
        button.textContent + " \u00b7 " + button.getAttribute("data-title"));
    });
    count.textContent = ids.length;
    link.hidden = !ids.length;
    /* Where a page sees only its own list, the link takes the list along. */
    link.href = shortlist.shared() ? page + "#shortlist" : shortlist.link(page, ids);
    say(ids.length && !shortlist.lasts() ? box.getAttribute("data-unkept") : "");
  }

  shortlist.onChange(show);
  /* A page that is gone back to shows what was kept meanwhile. */
  window.addEventListener("pageshow", show);
  box.hidden = false;
  show();
})();
