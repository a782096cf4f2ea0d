/* The catalogue: search, filters with counts, sorting. The list is in the page, so it can be
   read without this script; the state is in the address, so a selection can be passed on. */
(function () {
  "use strict";

  var form = document.getElementById("filters");
  var list = document.getElementById("rows");
  if (!form || !list) { return; }
  var box = document.querySelector(".catalogue");
  var count = document.querySelector(".catalogue__count");
  var empty = document.querySelector(".catalogue__empty");
  var relax = document.getElementById("relax");
  var search = document.getElementById("search");
  var sort = document.getElementById("sort");
  var clear = document.querySelector(".filters__clear");
  var toggle = document.querySelector(".filters__toggle");
  var options = Array.prototype.slice.call(form.querySelectorAll("input[type=checkbox]"));
  var names = options.map(function (o) { return o.name; }).filter(function (name, i, all) {
    return all.indexOf(name) === i;
  });

  /* Full-width and half-width, upper and lower case are the same to a searcher. */
  function fold(text) {
    return (text.normalize ? text.normalize("NFKC") : text).toLowerCase();
  }

  var rows = Array.prototype.map.call(list.children, function (element, index) {
    var codes = {};
    names.forEach(function (name) {
      codes[name] = (element.getAttribute("data-" + name) || "").split(" ");
    });
    return { element: element, index: index, codes: codes, text: fold(element.textContent) };
  });

  function chosen() {
    var state = {};
    names.forEach(function (name) { state[name] = []; });
    options.forEach(function (o) { if (o.checked) { state[o.name].push(o.value); } });
    return state;
  }

  function fits(row, state, words, except) {
    for (var i = 0; i < words.length; i += 1) {
      if (row.text.indexOf(words[i]) < 0) { return false; }
    }
    return names.every(function (name) {
      return name === except || !state[name].length || state[name].some(function (code) {
        return row.codes[name].indexOf(code) >= 0;
      });
    });
  }

  function order(shown) {
    var rule = sort.value.split("-");
    var key = "data-sort-" + rule[0];
    var sign = rule[1] === "asc" ? 1 : -1;
    return shown.slice().sort(function (a, b) {
      if (!sort.value) { return a.index - b.index; }
      var left = parseFloat(a.element.getAttribute(key));
      var right = parseFloat(b.element.getAttribute(key));
      return (left - right) * sign || a.index - b.index;
    });
  }

  function showCounts(state, words) {
    names.forEach(function (name) {
      var within = rows.filter(function (row) { return fits(row, state, words, name); });
      options.filter(function (o) { return o.name === name; }).forEach(function (o) {
        var found = within.filter(function (row) { return row.codes[name].indexOf(o.value) >= 0; });
        var label = o.parentNode;
        label.querySelector(".facet__count").textContent = found.length;
        label.classList.toggle("is-empty", !found.length && !o.checked);
      });
    });
  }

  function offer(words, found, change) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = words + (found ? " (" + found + ")" : "");
    button.addEventListener("click", function () {
      change();
      update();
      /* The button is gone; whoever pressed it goes on at the results. */
      (list.querySelector(".row:not([hidden]) a") || search).focus();
    });
    relax.appendChild(button);
  }

  /* Says what, taken away, would bring results back: one filter, the search, or all of them. */
  function showRelaxations(state, words) {
    while (relax.firstChild) { relax.removeChild(relax.firstChild); }
    if (!state) { return; }
    var without = box.getAttribute("data-relax") + " ";
    names.forEach(function (name) {
      var found = rows.filter(function (row) { return fits(row, state, words, name); }).length;
      if (!state[name].length || !found) { return; }
      var facet = form.querySelector("input[name=" + name + "]").closest("fieldset");
      offer(without + facet.querySelector("legend").textContent, found, function () {
        options.forEach(function (o) { if (o.name === name) { o.checked = false; } });
      });
    });
    var unsearched = rows.filter(function (row) { return fits(row, state, []); }).length;
    if (words.length && unsearched) {
      offer(without + "\u201c" + search.value.trim() + "\u201d", unsearched, function () {
        search.value = "";
      });
    }
    if (!relax.firstChild) {
      offer(clear.textContent, 0, function () { form.reset(); search.value = ""; });
    }
  }

  /* What no project offers, a gap may: the search goes on where all of that is. */
  function lookElsewhere() {
    var link = empty.querySelector("a");
    var said = search.value.trim();
    link.href = link.getAttribute("href").split("#")[0] + (said ? "#q=" + encodeURIComponent(said) : "");
  }

  function writeAddress(state) {
    var parts = [];
    if (search.value) { parts.push("q=" + encodeURIComponent(search.value)); }
    names.forEach(function (name) {
      if (state[name].length) { parts.push(name + "=" + state[name].join(",")); }
    });
    if (sort.value) { parts.push("sort=" + sort.value); }
    var address = parts.length ? "#" + parts.join("&") : location.pathname + location.search;
    try {
      history.replaceState(null, "", address);
    } catch (error) {
      /* Some viewers of local files refuse; then only the address stays behind. */
      if (parts.length) { location.hash = parts.join("&"); }
    }
  }

  function readAddress() {
    var values = {};
    location.hash.replace(/^#/, "").split("&").forEach(function (part) {
      var pair = part.split("=");
      try {
        values[pair[0]] = decodeURIComponent(pair[1] || "");
      } catch (error) {
        values[pair[0]] = "";
      }
    });
    search.value = values.q || "";
    sort.value = values.sort || "";
    if (sort.selectedIndex < 0) { sort.value = ""; }
    options.forEach(function (o) {
      o.checked = (values[o.name] || "").split(",").indexOf(o.value) >= 0;
    });
  }

  function update() {
    var state = chosen();
    var words = fold(search.value).split(/\s+/).filter(Boolean);
    var shown = order(rows.filter(function (row) { return fits(row, state, words); }));
    rows.forEach(function (row) { row.element.hidden = true; });
    shown.forEach(function (row) {
      row.element.hidden = false;
      list.appendChild(row.element);
    });
    count.textContent = box.getAttribute("data-count").replace("{count}", shown.length);
    empty.hidden = shown.length > 0;
    showCounts(state, words);
    showRelaxations(shown.length ? null : state, words);
    lookElsewhere();
    writeAddress(state);
  }

  form.hidden = false;
  document.querySelector(".catalogue__sort").hidden = false;
  /* Not on every change of the form: a search field also changes when it is left, and what is
     rebuilt while a button or a row is being pressed loses the click. */
  options.forEach(function (o) { o.addEventListener("change", update); });
  search.addEventListener("input", update);
  sort.addEventListener("change", update);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () {
    search.value = "";
    sort.value = "";
    setTimeout(update, 0);
  });
  window.addEventListener("hashchange", function () { readAddress(); update(); });
  toggle.addEventListener("click", function () {
    var open = toggle.getAttribute("aria-expanded") === "true";
    toggle.setAttribute("aria-expanded", String(!open));
    document.getElementById("facets").classList.toggle("is-open", !open);
  });
  readAddress();
  update();
})();
