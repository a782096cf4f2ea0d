/* "Find my place": the question, and the answer to it. The question is in the address, so it
   can be passed on; the whole list is in the page and can be read without this script. */
(function () {
  "use strict";

  var data = window.zhaoshangFind;
  var match = window.zhaoshangMatch;
  var lists = window.zhaoshangLists;
  var form = document.getElementById("ask");
  if (!data || !match || !lists || !form) { return; }
  var words = data.words;
  var product = document.getElementById("product");
  var way = document.getElementById("way");
  var size = document.getElementById("size");
  var unit = document.getElementById("unit");
  var by = document.getElementById("by");
  var found = document.getElementById("found");
  var answer = document.getElementById("answer");
  var groups = document.getElementById("groups");
  var industries = document.getElementById("industries");
  var segments = document.getElementById("segments");
  var relaxing = document.getElementById("relaxing");
  var relaxations = document.getElementById("relaxations");
  var whole = document.getElementById("all");
  var root = form.getAttribute("data-root");
  var FIRST = 6;
  var FACTS = {
    segment: ["bought"], project: ["investment", "land"], plot: ["land", "cost"],
    plant: ["floor", "rent"], park: ["available", "price"], policy: []
  };
  var industry = "";
  var segment = "";

  var el = lists.element;

  function state() {
    var wanted = parseFloat(size.value) * data.squareMetres[unit.value];
    return {
      q: product.value.trim(), industry: industry, segment: segment, way: way.value,
      wanted: wanted > 0 ? wanted : 0, by: by.value,
      size: wanted > 0 ? strip(size.value + " " + words.units[unit.value]) : ""
    };
  }

  function asks(now) {
    return Boolean(now.q || now.industry || now.wanted || now.by || now.way === "rent");
  }

  /* A Chinese number stands close to its unit. */
  function strip(text) { return data.language === "zh" ? text.replace(/ /g, "") : text; }

  function facts(item, now) {
    var names = FACTS[item.kind].slice();
    if (now.by === "power") { names.push("power"); }
    if (now.by === "cost" && item.kind === "project") { names.push("cost"); }
    return names.filter(function (name) { return item.said[name]; });
  }

  function card(result, now) {
    var item = result.item;
    var row = el("li", "fit fit--" + (item.mark ? item.mark[0] : item.kind));
    var text = el("div", "fit__words");
    var title = el("h4", "fit__title");
    var link = el("a", "", item.title);
    link.href = root + item.path;
    title.appendChild(link);
    if (item.mark) { title.appendChild(el("span", "fit__mark", item.mark[1])); }
    text.appendChild(title);
    text.appendChild(el("p", "fit__place", item.place));
    if (result.reasons.length) {
      var why = el("ul", "points fit__why");
      why.setAttribute("aria-label", words.why);
      result.reasons.forEach(function (reason) { why.appendChild(el("li", "", reason)); });
      text.appendChild(why);
    }
    var side = el("div", "fit__side");
    var figures = el("dl", "fit__facts");
    facts(item, now).forEach(function (name) {
      var pair = el("div", "");
      pair.appendChild(el("dt", "", words.labels[name]));
      pair.appendChild(el("dd", "", item.said[name]));
      figures.appendChild(pair);
    });
    if (figures.firstChild) { side.appendChild(figures); }
    side.appendChild(lists.buttons(item));
    row.appendChild(text);
    row.appendChild(side);
    return row;
  }

  function section(group, now) {
    var box = el("section", "fits");
    box.id = "fits-" + group.kind;
    var heading = el("h3", "fits__title", words.kinds[group.kind]);
    heading.appendChild(el("span", "fits__count", String(group.results.length)));
    heading.tabIndex = -1;
    box.appendChild(heading);
    var list = el("ol", "fits__list");
    function show(from, to) {
      group.results.slice(from, to).forEach(function (result) {
        list.appendChild(card(result, now));
      });
    }
    show(0, FIRST);
    box.appendChild(list);
    if (group.results.length > FIRST) {
      var more = el("button", "button fits__more",
        match.say(words.more, { count: group.results.length }));
      more.type = "button";
      more.addEventListener("click", function () {
        show(FIRST);
        more.remove();
        list.children[FIRST].querySelector("a").focus();
      });
      box.appendChild(more);
    }
    return box;
  }

  function summary(result, now) {
    answer.textContent = "";
    if (!result.groups.length) {
      answer.appendChild(el("span", "", words.nothing));
      return;
    }
    var said = now.q ? match.say(words.answer, { query: product.value.trim() }) : words.answer_all;
    answer.appendChild(el("span", "answer__asked", said));
    result.groups.forEach(function (group) {
      answer.appendChild(document.createTextNode(" "));
      var link = el("a", "answer__count", words.kinds[group.kind] + "\u00a0");
      link.href = "#fits-" + group.kind;
      link.appendChild(el("b", "", String(group.results.length)));
      link.addEventListener("click", function (event) {
        event.preventDefault();
        var heading = document.querySelector("#fits-" + group.kind + " .fits__title");
        heading.focus({ preventScroll: true });
        heading.scrollIntoView();
      });
      answer.appendChild(link);
    });
    var asides = [];
    if (result.near) { asides.push(words.near); }
    if (result.short) { asides.push(match.say(words.too_small, { size: now.size })); }
    asides.forEach(function (aside) { answer.appendChild(el("span", "answer__aside", aside)); });
  }

  /* Where nothing fits: what, left out, would bring results, and how many; else everything. */
  function relax(now, empty) {
    relaxing.hidden = !empty;
    relaxations.textContent = "";
    if (!empty) { return; }
    function offer(text, count, change) {
      var button = el("button", "button", text + (count ? " (" + count + ")" : ""));
      button.type = "button";
      button.addEventListener("click", function () {
        change();
        update();
        goToAnswer();
      });
      relaxations.appendChild(button);
    }
    function without(what, changes, change) {
      var found = match.find(Object.assign({}, now, changes)).groups;
      var count = found.reduce(function (sum, group) { return sum + group.results.length; }, 0);
      if (what && count) { offer(match.say(words.without, { what: what }), count, change); }
    }
    if (now.q && now.industry) {
      var scope = match.segments.filter(function (item) {
        return item.key === now.industry + "/" + now.segment;
      }).map(function (item) { return item.title; })[0];
      without(scope || data.industries[now.industry], { industry: "", segment: "" }, function () {
        industry = segment = "";
      });
      without("\u201c" + now.q + "\u201d", { q: "" }, function () { product.value = ""; });
    }
    if (!relaxations.firstChild) {
      offer(words.everything, 0, function () {
        form.reset();
        industry = segment = "";
      });
    }
  }

  function mark(box, name, value) {
    Array.prototype.forEach.call(box.querySelectorAll("button"), function (button) {
      button.setAttribute("aria-pressed", String(button.getAttribute(name) === value));
    });
  }

  /* The segments of the industry that was pointed to, each with its strength in word and shape. */
  function showSegments() {
    mark(industries, "data-industry", industry);
    var list = segments.querySelector(".pick");
    list.textContent = "";
    var chain = match.segments.filter(function (item) { return item.industries[0] === industry; });
    segments.hidden = !chain.length;
    if (!chain.length) { return; }
    var every = el("button", "pick__one", words.whole_chain);
    every.type = "button";
    every.setAttribute("data-segment", "");
    list.appendChild(every);
    chain.forEach(function (item) {
      var button = el("button", "pick__one pick__one--" + item.mark[0], item.title);
      button.type = "button";
      button.setAttribute("data-segment", item.key.split("/")[1]);
      button.appendChild(el("span", "pick__mark", item.mark[1]));
      list.appendChild(button);
    });
    mark(list, "data-segment", segment);
  }

  /* Land is wanted in mu or hectares, a factory in square metres. */
  function showUnits() {
    var rents = way.value === "rent";
    Array.prototype.forEach.call(unit.options, function (option) {
      option.hidden = option.disabled = (option.value === "m2") !== rents;
    });
    if (unit.options[unit.selectedIndex].disabled) { unit.value = rents ? "m2" : "mu"; }
  }

  function writeAddress(now) {
    var parts = [];
    function put(name, value) {
      if (value) { parts.push(name + "=" + encodeURIComponent(value)); }
    }
    put("q", now.q);
    put("industry", now.industry);
    put("segment", now.segment);
    put("way", now.way === "rent" ? "rent" : "");
    put("size", now.wanted ? size.value : "");
    put("unit", now.wanted && unit.value !== "mu" && unit.value !== "m2" ? unit.value : "");
    put("by", now.by);
    parts = parts.concat(lists.address());
    var fragment = parts.length ? "#" + parts.join("&") : "";
    try {
      history.replaceState(null, "", fragment || location.pathname + location.search);
    } catch (error) {
      /* Some viewers of local files refuse; then only the address stays behind. */
      if (fragment) { location.hash = fragment; }
    }
    var twin = document.querySelector(".masthead__language");
    twin.href = twin.getAttribute("href").split("#")[0] + fragment;
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
    product.value = values.q || "";
    industry = Object.keys(data.industries).indexOf(values.industry) < 0 ? "" : values.industry;
    segment = industry && match.segments.some(function (item) {
      return item.key === industry + "/" + values.segment;
    }) ? values.segment : "";
    way.value = values.way === "rent" ? "rent" : "buy";
    unit.value = values.unit === "ha" ? "ha" : "mu";
    size.value = parseFloat(values.size) > 0 ? String(parseFloat(values.size)) : "";
    by.value = values.by || "";
    if (by.selectedIndex < 0) { by.value = ""; }
  }

  function update() {
    showUnits();
    showSegments();
    var now = state();
    var asked = asks(now);
    found.hidden = !asked;
    whole.hidden = asked;
    form.querySelector(".ask__clear").hidden = !asked;
    groups.textContent = "";
    answer.textContent = "";
    if (asked) {
      var result = match.find(now);
      summary(result, now);
      relax(now, !result.groups.length);
      result.groups.forEach(function (group) { groups.appendChild(section(group, now)); });
    }
    writeAddress(now);
  }

  /* Whoever follows a link to a shortlist is shown it. */
  function open() {
    var called = lists.isCalled();
    readAddress();
    lists.readAddress();
    update();
    if (called) { lists.goToShortlist(); }
  }

  function goToAnswer() {
    if (found.hidden) { product.focus(); return; }
    found.querySelector("h2").focus({ preventScroll: true });
    found.scrollIntoView();
  }

  form.hidden = false;
  document.getElementById("no-script").hidden = true;
  product.addEventListener("input", update);
  size.addEventListener("input", update);
  [way, unit, by].forEach(function (select) { select.addEventListener("change", update); });
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    update();
    goToAnswer();
  });
  form.addEventListener("click", function (event) {
    var button = event.target.closest("button");
    if (!button) { return; }
    var name = button.getAttribute("data-industry");
    if (name !== null) {
      industry = name === industry ? "" : name;
      segment = "";
      update();
    } else if (button.hasAttribute("data-segment")) {
      segment = button.getAttribute("data-segment");
      update();
      segments.querySelector("[data-segment=\"" + segment + "\"]").focus();
    } else if (button.classList.contains("ask__example")) {
      product.value = button.textContent;
      update();
      goToAnswer();
    } else if (button.classList.contains("ask__clear")) {
      form.reset();
      industry = segment = "";
      update();
      product.focus();
    }
  });
  window.addEventListener("hashchange", open);
  lists.onChange = function () { writeAddress(state()); };
  open();
})();
