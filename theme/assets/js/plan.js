/* The plan of a park: pointing at a plot shows what is known of it, choosing one keeps it and
   puts it into the address. Classic script: it also runs from file://. */
(function () {
  "use strict";

  var plan = document.querySelector("[data-plan]");
  if (!plan) { return; }
  var hint = plan.querySelector(".plan__hint");
  var cards = all(".plan__card");
  var links = all("a[data-plot]");
  var order = all(".plan__index a[data-plot]").map(plotOf);
  var chosen = "";

  function all(selector) {
    return Array.prototype.slice.call(plan.querySelectorAll(selector));
  }

  function plotOf(node) {
    return node.getAttribute("data-plot");
  }

  /* Show one plot's card, or the hint where there is none. */
  function show(plot) {
    cards.forEach(function (card) { card.hidden = plotOf(card) !== plot; });
    hint.hidden = Boolean(plot);
    links.forEach(function (link) {
      link.classList.toggle("is-lit", plotOf(link) === plot);
    });
  }

  function choose(plot) {
    chosen = plot;
    show(plot);
    links.forEach(function (link) {
      var own = plotOf(link) === plot;
      link.classList.toggle("is-chosen", own);
      if (own) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    });
    Array.prototype.forEach.call(document.querySelectorAll("tr[id^='plot-']"), function (row) {
      row.classList.toggle("is-chosen", row.id === "plot-" + plot);
    });
  }

  function remember(plot) {
    /* Some programs that open files refuse to change the address. */
    try {
      history.replaceState(null, "", plot ? "#plot-" + plot : location.pathname + location.search);
    } catch (refused) { /* the plot is shown all the same */ }
  }

  links.forEach(function (link) {
    var plot = plotOf(link);
    link.addEventListener("mouseenter", function () { show(plot); });
    link.addEventListener("mouseleave", function () { show(chosen); });
    link.addEventListener("focus", function () { show(plot); });
    link.addEventListener("blur", function () { show(chosen); });
    link.addEventListener("click", function (event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey) { return; }
      event.preventDefault();
      choose(plot);
      remember(plot);
    });
  });

  /* Arrow keys go through the plots in their order, in the drawing as in the index. */
  plan.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && chosen) {
      choose("");
      remember("");
      return;
    }
    var link = event.target.closest ? event.target.closest("a[data-plot]") : null;
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!link || !step) { return; }
    event.preventDefault();
    var next = order[(order.indexOf(plotOf(link)) + step + order.length) % order.length];
    var within = link.closest("svg, .plan__index");
    within.querySelector('a[data-plot="' + next + '"]').focus();
  });

  /* A link from elsewhere names a plot: the plan comes into view with it. */
  function follow() {
    var plot = location.hash.indexOf("#plot-") === 0 ? location.hash.slice(6) : "";
    if (order.indexOf(plot) < 0) { return; }
    choose(plot);
    plan.scrollIntoView({ block: "start" });
  }

  all("a[data-row]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      var row = document.getElementById("plot-" + link.getAttribute("data-row"));
      if (!row) { return; }
      event.preventDefault();
      row.scrollIntoView({ block: "center" });
      row.setAttribute("tabindex", "-1");
      row.focus({ preventScroll: true });
    });
  });

  window.addEventListener("hashchange", follow);
  /* The browser scrolls to the row by itself once the page stands; the plan has the last word. */
  if (document.readyState === "complete") { follow(); } else { window.addEventListener("load", follow); }
})();
