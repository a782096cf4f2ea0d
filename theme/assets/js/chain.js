/* The chain map and its cards: what a segment needs and feeds, filters, one link a segment.
   Map, cards and every word are in the page, so both can be read without this script. */
(function () {
  "use strict";

  var section = document.getElementById("map");
  var map = section && section.querySelector(".chain-map");
  if (!map) { return; }
  var says = section.querySelector(".chain-view__says");
  var bar = section.querySelector(".chain-bar");
  var none = section.querySelector(".chain-view__none");
  var clear = bar.querySelector("[data-clear]");
  var shown = bar.querySelector("[data-shown]");
  var buttons = all(bar, "[data-filter]");
  var stages = all(document, ".chain-stage");
  var twin = document.querySelector(".masthead__language");
  /* Without a prototype: the address may name anything, `constructor` too. */
  var cards = Object.create(null);
  var pinned = "";

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  var drawn = all(map, "[data-segment]");
  var lines = all(map, "[data-from]");
  all(document, ".chain-item").forEach(function (card) {
    cards[card.getAttribute("data-segment")] = card;
  });

  function data(name) { return section.getAttribute("data-" + name); }

  /* --- what a segment needs and feeds ------------------------------------------------ */

  function flows(card, way) {
    return all(card, "[data-flow=" + way + "] a").map(function (link) {
      return link.getAttribute("data-said");
    });
  }

  function sentence(card) {
    function part(word, way) {
      return data(word) + data("colon") + (flows(card, way).join(data("joint")) || data("nothing"));
    }
    return card.querySelector("[data-title]").textContent + " · " +
      card.querySelector("[data-word]").textContent + data("clause") +
      part("needs", "in") + data("clause") + part("feeds", "out") + data("stop");
  }

  function light(id) {
    var near = Object.create(null);
    near[id] = true;
    lines.forEach(function (line) {
      var from = line.getAttribute("data-from");
      var to = line.getAttribute("data-to");
      line.classList.toggle("is-out", Boolean(id) && from === id);
      line.classList.toggle("is-in", Boolean(id) && to === id);
      if (from === id) { near[to] = true; }
      if (to === id) { near[from] = true; }
    });
    drawn.forEach(function (card) {
      var own = card.getAttribute("data-segment");
      card.classList.toggle("is-self", own === id);
      card.classList.toggle("is-near", Boolean(id && near[own]));
    });
    map.classList.toggle("is-lit", Boolean(id));
    says.textContent = cards[id] ? sentence(cards[id]) : says.getAttribute("data-hint");
  }

  function segmentAt(event) {
    var card = event.target.closest ? event.target.closest("[data-segment]") : null;
    return card ? card.getAttribute("data-segment") : "";
  }

  /* Within a card the pointer passes from word to word: only a change of card counts. */
  map.addEventListener("mouseover", function (event) { light(segmentAt(event) || pinned); });
  map.addEventListener("mouseleave", function () { light(pinned); });
  map.addEventListener("focusin", function (event) { light(segmentAt(event) || pinned); });
  map.addEventListener("focusout", function () { light(pinned); });

  /* --- one link a segment ------------------------------------------------------------ */

  function pin(id) {
    pinned = cards[id] ? id : "";
    Object.keys(cards).forEach(function (key) {
      cards[key].classList.toggle("is-pinned", key === pinned);
    });
    drawn.forEach(function (card) {
      card.classList.toggle("is-pinned", card.getAttribute("data-segment") === pinned);
    });
    light(pinned);
    if (!pinned) { return; }
    if (cards[id].hidden) { choose([]); }
    document.dispatchEvent(new CustomEvent("chain:reveal", { detail: id }));
  }

  /* --- the address: a segment, filters, or both, as #seg-ID&show=gap,material ---------- */

  function code(button) {
    return button.getAttribute("data-role") || button.getAttribute("data-filter");
  }

  /* The address of what is chosen, which the link to the other language carries along. */
  function written() {
    var parts = pinned ? ["seg-" + pinned] : [];
    var codes = pressed().map(code);
    if (codes.length) { parts.push("show=" + codes.join(",")); }
    var hash = parts.length ? "#" + parts.join("&") : "";
    if (twin) { twin.href = twin.getAttribute("href").split("#")[0] + hash; }
    return hash;
  }

  /* Each choice is a step of the history, so that the back button undoes it. */
  function remember() {
    var hash = written();
    if (hash === location.hash) { return; }
    try {
      history.pushState({ chain: true }, "", hash || location.pathname + location.search);
    } catch (error) {
      /* Some viewers of local files refuse; then only the address stays behind. */
    }
  }

  function addressed() {
    var found = { known: !location.hash, segment: "", show: [] };
    location.hash.slice(1).split("&").forEach(function (part) {
      if (part.indexOf("seg-") === 0) { found.known = true; found.segment = part.slice(4); }
      if (part.indexOf("show=") === 0) { found.known = true; found.show = part.slice(5).split(","); }
    });
    return found;
  }

  function follow(event) {
    var wanted = addressed();
    /* The address of another part of the page says nothing about the map. */
    if (!wanted.known) { return; }
    choose(buttons.filter(function (b) { return wanted.show.indexOf(code(b)) >= 0; }));
    pin(wanted.segment);
    written();
    /* Going back, the browser finds the place itself. */
    if (event && history.state && history.state.chain) { return; }
    if (pinned) {
      cards[pinned].scrollIntoView();
    } else if (pressed().length) {
      section.scrollIntoView();
    }
  }

  function plain(event) {
    return !(event.defaultPrevented || event.button || event.ctrlKey || event.metaKey ||
      event.shiftKey || event.altKey);
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (!link || !plain(event)) { return; }
    var shown = link.getAttribute("data-show");
    var id = shown || link.getAttribute("href").replace(/^#seg-/, "");
    if (!cards[id]) { return; }
    event.preventDefault();
    pin(id);
    remember();
    var card = shown ? map.querySelector("[data-segment='" + id + "']") : cards[id];
    function arrive() {
      (shown && card.querySelector("a") || card).focus({ preventScroll: true });
      card.scrollIntoView({ block: shown ? "center" : "start" });
    }
    /* What is written of a segment stands on the page behind the full screen. */
    if (document.fullscreenElement) {
      document.exitFullscreen().then(arrive, arrive);
    } else {
      arrive();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    if (pinned || map.classList.contains("is-lit")) {
      pin("");
    } else {
      choose([]);
    }
    remember();
  });

  /* --- filters ------------------------------------------------------------------------ */

  function meets(card, button) {
    switch (button.getAttribute("data-filter")) {
      case "gap": return card.getAttribute("data-strength") !== "strong";
      case "project": return card.getAttribute("data-projects") !== "0";
      default: return card.getAttribute("data-role") === button.getAttribute("data-role");
    }
  }

  /* Of several roles one is enough; a gap and a project must both be there. */
  function fits(card, chosen) {
    var roles = chosen.filter(function (b) { return b.getAttribute("data-filter") === "role"; });
    return chosen.every(function (b) { return roles.indexOf(b) >= 0 || meets(card, b); }) &&
      (!roles.length || roles.some(function (b) { return meets(card, b); }));
  }

  function choose(chosen) {
    var left = 0;
    var out = Object.create(null);
    Object.keys(cards).forEach(function (id) {
      out[id] = !fits(cards[id], chosen);
      cards[id].hidden = out[id];
      left += out[id] ? 0 : 1;
    });
    drawn.forEach(function (card) {
      card.classList.toggle("is-away", out[card.getAttribute("data-segment")]);
    });
    lines.forEach(function (line) {
      line.classList.toggle("is-away",
        out[line.getAttribute("data-from")] || out[line.getAttribute("data-to")]);
    });
    stages.forEach(function (stage) {
      stage.hidden = !stage.querySelector(".chain-item:not([hidden])");
    });
    buttons.forEach(function (b) { b.setAttribute("aria-pressed", String(chosen.indexOf(b) >= 0)); });
    shown.textContent = left;
    none.textContent = left ? "" : none.getAttribute("data-none");
    clear.hidden = !chosen.length;
  }

  function pressed() {
    return buttons.filter(function (b) { return b.getAttribute("aria-pressed") === "true"; });
  }

  bar.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) { return; }
    if (button === clear) {
      choose([]);
      buttons[0].focus();
    } else {
      var chosen = pressed();
      choose(chosen.indexOf(button) < 0 ? chosen.concat(button)
        : chosen.filter(function (other) { return other !== button; }));
    }
    if (pinned && cards[pinned].hidden) { pin(""); }
    remember();
  });

  /* What is folded away belongs on paper as well. */
  window.addEventListener("beforeprint", function () {
    all(document, ".chain-item__more").forEach(function (more) { more.open = true; });
  });

  bar.hidden = false;
  light("");
  if (location.hash) { follow(); }
  window.addEventListener("hashchange", follow);
})();
