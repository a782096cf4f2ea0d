/* Pan and zoom of the chain map: buttons, keys, dragging, Ctrl and the wheel. The map stands
   at its full height until someone zooms, and the wheel alone always scrolls the page. */
(function () {
  "use strict";

  var view = document.querySelector(".chain-view");
  var frame = view && view.querySelector(".chain-map");
  var svg = frame && frame.querySelector("svg");
  if (!svg || !svg.viewBox.baseVal) { return; }
  var tools = view.querySelector(".chain-view__tools");
  var full = tools.querySelector("[data-zoom=full]");
  var natural = svg.viewBox.baseVal;
  var STEP = 1.25;
  var LARGEST = 3;
  /* Below this share of its drawn size the small print is hard to read. */
  var READABLE = 0.75;
  /* On paper a map higher than this, by its width, is too small beneath the page's title. */
  var TALL = 1.15;
  /* 0 means: as wide as the page allows. */
  var scale = 0;
  var drag = null;
  var dragged = false;

  function isFull() { return document.fullscreenElement === view; }
  function fit() { return frame.clientWidth / natural.width; }
  function now() { return scale || fit(); }
  function room() { return isFull() ? frame.clientHeight : Math.max(innerHeight * 0.8, 360); }
  function whole() { return Math.min(fit(), room() / natural.height); }

  function canMove() {
    return frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1;
  }

  function show() {
    var size = now();
    svg.style.width = scale ? natural.width * size + "px" : "";
    svg.style.height = scale ? natural.height * size + "px" : "";
    frame.style.height = scale > fit() && !isFull()
      ? Math.min(natural.height * size, room()) + "px" : "";
    frame.classList.toggle("is-zoomed", canMove());
    tools.querySelector("[data-zoom=in]").disabled = size >= LARGEST;
    tools.querySelector("[data-zoom=out]").disabled = size <= whole() + 0.001;
  }

  /* Zooms to `size`; the point (x, y) of the frame stays where it is. */
  function zoom(size, x, y) {
    var before = now();
    var left = (frame.scrollLeft + x) / before;
    var top = (frame.scrollTop + y) / before;
    var next = Math.max(whole(), Math.min(LARGEST, size));
    scale = Math.abs(next - fit()) < 0.001 ? 0 : next;
    show();
    frame.scrollLeft = left * next - x;
    frame.scrollTop = top * next - y;
  }

  function zoomAtMiddle(size) { zoom(size, frame.clientWidth / 2, frame.clientHeight / 2); }

  var WAYS = {
    "in": function () { zoomAtMiddle(now() * STEP); },
    "out": function () { zoomAtMiddle(now() / STEP); },
    "whole": function () { zoomAtMiddle(whole()); },
    "full": function () {
      if (isFull()) { document.exitFullscreen(); } else { view.requestFullscreen(); }
    }
  };
  var KEYS = { "+": "in", "=": "in", "-": "out", "_": "out", "0": "whole" };
  var ARROWS = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };

  tools.addEventListener("click", function (event) {
    var button = event.target.closest("[data-zoom]");
    if (button) { WAYS[button.getAttribute("data-zoom")](); }
  });

  frame.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (KEYS[event.key]) {
      WAYS[KEYS[event.key]]();
      event.preventDefault();
    } else if (ARROWS[event.key]) {
      var left = frame.scrollLeft;
      var top = frame.scrollTop;
      frame.scrollLeft += ARROWS[event.key][0];
      frame.scrollTop += ARROWS[event.key][1];
      /* Where the map ends, the key scrolls the page again. */
      if (frame.scrollLeft !== left || frame.scrollTop !== top) { event.preventDefault(); }
    }
  });

  frame.addEventListener("wheel", function (event) {
    if (!event.ctrlKey) { return; }
    event.preventDefault();
    var box = frame.getBoundingClientRect();
    zoom(now() * Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  }, { passive: false });

  frame.addEventListener("pointerdown", function (event) {
    dragged = false;
    if (event.button || !canMove()) { return; }
    drag = { x: event.clientX, y: event.clientY, left: frame.scrollLeft, top: frame.scrollTop };
  });
  frame.addEventListener("pointermove", function (event) {
    if (!drag) { return; }
    var x = event.clientX - drag.x;
    var y = event.clientY - drag.y;
    if (!dragged && Math.abs(x) + Math.abs(y) < 5) { return; }
    if (!dragged) { frame.setPointerCapture(event.pointerId); }
    dragged = true;
    frame.classList.add("is-dragged");
    frame.scrollLeft = drag.left - x;
    frame.scrollTop = drag.top - y;
  });
  ["pointerup", "pointercancel"].forEach(function (name) {
    frame.addEventListener(name, function () {
      drag = null;
      frame.classList.remove("is-dragged");
    });
  });
  /* The end of a drag is no click on the card beneath it. */
  frame.addEventListener("click", function (event) {
    if (dragged) { event.preventDefault(); event.stopPropagation(); }
    dragged = false;
  }, true);
  frame.addEventListener("dragstart", function (event) { event.preventDefault(); });

  document.addEventListener("chain:reveal", function (event) {
    var card = frame.querySelector("[data-segment='" + event.detail + "']");
    if (!card || !canMove()) { return; }
    var box = card.getBoundingClientRect();
    var port = frame.getBoundingClientRect();
    frame.scrollLeft += box.left + box.width / 2 - port.left - port.width / 2;
    frame.scrollTop += box.top + box.height / 2 - port.top - port.height / 2;
  });

  document.addEventListener("fullscreenchange", function () {
    var word = full.textContent;
    full.textContent = full.getAttribute("data-leave");
    full.setAttribute("data-leave", word);
    scale = 0;
    show();
    if (isFull()) { zoomAtMiddle(whole()); }
  });
  window.addEventListener("resize", function () {
    if (scale) { zoomAtMiddle(scale); } else { show(); }
  });

  document.getElementById("map").classList.toggle("is-tall", natural.height > TALL * natural.width);
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", frame.getAttribute("data-region"));
  full.hidden = !document.fullscreenEnabled;
  tools.hidden = false;
  frame.classList.add("is-live");
  if (frame.clientWidth && fit() < READABLE) { scale = READABLE; }
  show();
})();
