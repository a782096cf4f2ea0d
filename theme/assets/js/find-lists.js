/* What an investor takes along from the answer: up to four places side by side, and a shortlist
   that is a link, a QR code and a print. */
(function () {
  "use strict";

  var data = window.zhaoshangFind;
  var match = window.zhaoshangMatch;
  var shortlist = window.zhaoshangShortlist;
  var form = document.getElementById("ask");
  if (!data || !match || !shortlist || !window.zhaoshangTable || !form) { return; }
  var words = data.words;
  var root = form.getAttribute("data-root");
  var address = form.getAttribute("data-address");
  var MOST = 4;
  var COMPARED = ["project", "plot", "plant", "park"];
  var tray = document.getElementById("tray");
  var notice = tray.querySelector(".tray__said");
  var compare = document.getElementById("compare");
  var kept = document.getElementById("shortlist");
  var items = {};
  data.items.forEach(function (item) { items[item.id] = item; });
  var chosen = [];
  var received = null;

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function say(text) { notice.textContent = text; }

  function current() { return received || shortlist.read(); }

  /* Buttons say what they do and whether it is done; every pair of an item is kept in step. */
  function button(action, item) {
    var made = element("button", "fit__button");
    made.type = "button";
    made.setAttribute("data-" + action, item.id);
    return made;
  }

  function buttons(item) {
    var box = element("p", "fit__actions");
    box.appendChild(button("keep", item));
    if (COMPARED.indexOf(item.kind) >= 0) { box.appendChild(button("compare", item)); }
    label(box);
    return box;
  }

  function label(box) {
    var now = current();
    Array.prototype.forEach.call(box.querySelectorAll("[data-keep]"), function (one) {
      set(one, now.indexOf(one.getAttribute("data-keep")) >= 0, words.keep, words.kept);
    });
    Array.prototype.forEach.call(box.querySelectorAll("[data-compare]"), function (one) {
      var on = chosen.indexOf(one.getAttribute("data-compare")) >= 0;
      set(one, on, words.compare, words.compared);
    });
  }

  function set(one, on, off, done) {
    one.setAttribute("aria-pressed", String(on));
    one.textContent = on ? done : off;
    var item = items[one.getAttribute("data-keep") || one.getAttribute("data-compare")];
    one.setAttribute("aria-label", one.textContent + " \u00b7 " + item.title);
  }

  function refresh() {
    label(document);
    showTray();
    showTable();
    showKept();
    if (api.onChange) { api.onChange(); }
  }

  function choose(id) {
    var place = chosen.indexOf(id);
    if (place >= 0) {
      chosen.splice(place, 1);
    } else if (chosen.length >= MOST) {
      say(words.compare_full);
      return;
    } else {
      chosen.push(id);
    }
    refresh();
  }

  function keep(id) {
    /* Whoever changes a list that was sent makes it his own. */
    var cut = received ? adopt() : "";
    warn([cut, shortlist.toggle(id) ? "" : words.kept_full].filter(Boolean).join(" "));
  }

  function warn(text) {
    if (!text) { return; }
    tray.hidden = false;
    say(text);
  }

  /* Returns what there is to say of it: that not all of it fitted, or nothing. */
  function adopt() {
    var ids = received;
    received = null;
    var left = shortlist.write(shortlist.read().concat(ids));
    return left ? match.say(words.kept_cut, { count: left }) : "";
  }

  function showTray() {
    tray.hidden = !chosen.length;
    say(match.say(words.compare_count, { count: chosen.length }) +
      (chosen.length === 1 ? " " + words.compare_few : ""));
    tray.querySelector(".tray__go").hidden = chosen.length < 2;
  }

  function showTable() {
    compare.hidden = chosen.length < 2;
    window.zhaoshangTable(compare, chosen.map(function (id) { return items[id]; }), root, remove);
  }

  function remove(id) {
    choose(id);
    (compare.hidden ? document.getElementById("product") : compare.querySelector("h2")).focus();
  }

  function line(id) {
    var item = items[id];
    var row = element("li", "kept");
    var text = element("div", "kept__words");
    var link = element("a", "kept__title", item.title);
    link.href = root + item.path;
    text.appendChild(link);
    text.appendChild(element("p", "kept__place", words.one[item.kind] + " \u00b7 " + item.place));
    row.appendChild(text);
    var names = ["investment", "land", "floor", "available", "cost", "rent", "bought"];
    var said = names.filter(function (name) {
      return item.said[name] && (name !== "rent" || item.kind === "plant");
    }).slice(0, 2).map(function (name) { return words.labels[name] + " " + item.said[name]; });
    row.appendChild(element("p", "kept__facts", said.join(" \u00b7 ")));
    row.appendChild(buttons(item));
    return row;
  }

  function showKept() {
    var ids = current();
    var there = ids.filter(function (id) { return items[id]; });
    var list = kept.querySelector(".kept-list");
    list.textContent = "";
    there.forEach(function (id) { list.appendChild(line(id)); });
    kept.querySelector(".shortlist__count").textContent = there.length
      ? match.say(words.kept_count, { count: there.length }) : words.kept_none;
    var gone = kept.querySelector(".shortlist__gone");
    gone.hidden = there.length === ids.length;
    gone.textContent = match.say(words.gone, { count: ids.length - there.length });
    kept.querySelector(".shortlist__received").hidden = !received;
    kept.querySelector(".shortlist__share").hidden = !there.length;
    kept.classList.toggle("is-empty", !ids.length);
    var first = there.filter(function (id) { return COMPARED.indexOf(items[id].kind) >= 0; });
    kept.querySelector(".shortlist__compare").hidden = first.length < 2;
    if (!there.length) { return; }
    var link = shortlist.link(address, there);
    kept.querySelector("#shortlist-link").value = link;
    kept.querySelector(".shortlist__printed").textContent = link;
    var code = kept.querySelector(".shortlist__code");
    code.textContent = "";
    code.appendChild(shortlist.code(link, code.getAttribute("data-title")));
  }

  /* Prints one part of the page alone, then gives the page back. */
  function print(part) {
    document.documentElement.setAttribute("data-print", part);
    window.print();
    document.documentElement.removeAttribute("data-print");
  }

  function copy() {
    var field = kept.querySelector("#shortlist-link");
    field.select();
    /* The newer way is closed to pages opened from a folder. */
    var done = document.execCommand("copy");
    if (done) { kept.querySelector(".shortlist__copied").textContent = words.copied; }
  }

  function goTo(box) {
    box.querySelector("h2").focus({ preventScroll: true });
    box.scrollIntoView();
  }

  document.addEventListener("click", function (event) {
    var one = event.target.closest("[data-keep], [data-compare]");
    if (!one) { return; }
    var id = one.getAttribute("data-keep") || one.getAttribute("data-compare");
    var list = one.closest(".kept-list");
    if (one.hasAttribute("data-keep")) { keep(id); } else { choose(id); }
    /* A line of the shortlist is made anew; whoever pressed it goes on there. */
    if (list) {
      var again = kept.querySelector("[data-" + (one.hasAttribute("data-keep") ? "keep" : "compare") +
        "=\"" + id + "\"]");
      (again || kept.querySelector("h2")).focus();
    }
  });
  tray.querySelector(".tray__go").addEventListener("click", function () { goTo(compare); });
  tray.querySelector(".tray__clear").addEventListener("click", function () {
    chosen = [];
    refresh();
    document.getElementById("product").focus({ preventScroll: true });
  });
  compare.querySelector(".compare__print").addEventListener("click", function () {
    print("compare");
  });
  kept.querySelector(".shortlist__print").addEventListener("click", function () {
    print("shortlist");
  });
  kept.querySelector(".shortlist__copy").addEventListener("click", copy);
  kept.querySelector(".shortlist__adopt").addEventListener("click", function () {
    var cut = adopt();
    goTo(kept);
    warn(cut);
  });
  kept.querySelector(".shortlist__compare").addEventListener("click", function () {
    chosen = current().filter(function (id) {
      return items[id] && COMPARED.indexOf(items[id].kind) >= 0;
    }).slice(0, MOST);
    refresh();
    goTo(compare);
  });
  shortlist.onChange(function () { if (!received) { refresh(); } });
  kept.hidden = false;

  var api = {
    element: element,
    buttons: buttons,
    onChange: null,
    /* What of this belongs into the address: the list that was sent, what is being compared. */
    address: function () {
      var ids = received || (shortlist.lasts() ? [] : shortlist.read());
      var parts = ids.length ? ["ids=" + ids.join(".")] : [];
      return chosen.length ? parts.concat("vs=" + chosen.join(".")) : parts;
    },
    isCalled: function () { return /^#(?:shortlist$|ids=)/.test(location.hash); },
    goToShortlist: function () { goTo(kept); },
    readAddress: function () {
      received = shortlist.received();
      /* In a browser that keeps nothing the list in the address is the only one there is. */
      var cut = received && !shortlist.lasts() ? adopt() : "";
      if (received && received.join() === shortlist.read().join()) { received = null; }
      var vs = /(?:^#|&)vs=([a-z2-7.]+)/.exec(location.hash);
      chosen = (vs ? vs[1].split(".") : []).filter(function (id, place, all) {
        return items[id] && COMPARED.indexOf(items[id].kind) >= 0 && all.indexOf(id) === place;
      }).slice(0, MOST);
      label(document);
      showTray();
      showTable();
      showKept();
      warn(cut);
    }
  };
  window.zhaoshangLists = api;
})();
