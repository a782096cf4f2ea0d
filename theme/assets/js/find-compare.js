/* Up to four places side by side: one figure a row, its best value marked by sign and word. */
(function () {
  "use strict";

  var data = window.zhaoshangFind;
  if (!data) { return; }
  var words = data.words;
  /* Each row of the table, and which end of its values is the better: -1 low, 1 high, 0 neither.
     What land costs in all tells its size: there the price of the same land is the judge. */
  var ROWS = [
    ["place", 0], ["investment", 0], ["land", 0], ["floor", 0], ["available", 0], ["cost", -1, "unit_cost"],
    ["price", -1], ["rent", -1], ["power", -1], ["utility_power", 0], ["utility_water", 0],
    ["utility_gas", 0], ["utility_steam", 0], ["utility_sewage-treatment", 0], ["airport", -1],
    ["railway", -1], ["expressway", -1], ["port", -1], ["least_investment", -1],
    ["least_tax", -1], ["payback", -1], ["irr", 1]
  ];

  function element(tag, name, text) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }

  function value(item, name) { return name === "place" ? item.place : item.said[name]; }

  /* For each item whether it is best; none is where all are alike or only one has a value. */
  function best(items, name, sign) {
    var values = items.map(function (item) { return item.numbers[name]; });
    var there = values.filter(function (number) { return number !== undefined; });
    if (!sign || there.length < 2) { return []; }
    var top = (sign > 0 ? Math.max : Math.min).apply(null, there);
    if (there.every(function (number) { return number === top; })) { return []; }
    return values.map(function (number) { return number === top; });
  }

  function heading(item, number, root, remove) {
    var cell = element("th", "compare__item");
    cell.scope = "col";
    /* On a phone the figures below name their place by this number. */
    cell.appendChild(element("span", "compare__number", String(number)));
    cell.appendChild(element("span", "compare__kind", words.one[item.kind]));
    var link = element("a", "", item.title);
    link.href = root + item.path;
    cell.appendChild(link);
    var button = element("button", "compare__remove", words.remove);
    button.type = "button";
    button.setAttribute("aria-label", words.remove + " \u00b7 " + item.title);
    button.addEventListener("click", function () { remove(item.id); });
    cell.appendChild(button);
    return cell;
  }

  function line(items, name, sign, judge) {
    var row = element("tr");
    var label = element("th", "", words.labels[name]);
    label.scope = "row";
    row.appendChild(label);
    var marks = best(items, judge || name, sign);
    var same = items.every(function (item) { return value(item, name) === value(items[0], name); });
    if (same) { row.className = "is-same"; }
    items.forEach(function (item, index) {
      var cell = element("td", marks[index] ? "is-best" : "");
      cell.setAttribute("data-label", same ? words.same : String(index + 1));
      var said = element("span", "compare__value", value(item, name) || words.unknown);
      if (marks[index]) { said.appendChild(element("span", "compare__best", "◆ " + words.best)); }
      cell.appendChild(said);
      row.appendChild(cell);
    });
    return row;
  }

  /* Fills the table within `box`; rows that no item has are left out. */
  function show(box, items, root, remove) {
    var head = box.querySelector("thead");
    var body = box.querySelector("tbody");
    head.textContent = body.textContent = "";
    if (items.length < 2) { return; }
    var top = element("tr");
    var corner = element("th", "", box.getAttribute("data-figure"));
    corner.scope = "col";
    top.appendChild(corner);
    items.forEach(function (item, index) {
      top.appendChild(heading(item, index + 1, root, remove));
    });
    head.appendChild(top);
    ROWS.forEach(function (row) {
      if (items.some(function (item) { return value(item, row[0]); })) {
        body.appendChild(line(items, row[0], row[1], row[2]));
      }
    });
  }

  window.zhaoshangTable = show;
})();
