/* Finding a product: which items name it, in either language, and how well.
   Chinese is looked for as it stands, Latin words by how they begin. */
(function () {
  "use strict";

  var data = window.zhaoshangFind;
  if (!data) { return; }

  /* How much it says for an item that a product stands in one of its texts. */
  var WEIGHTS = {
    title: 6, product: 6, goods: 5, gives: 3, makes: 3, target: 3, firm: 2, industry: 1, text: 1
  };
  /* The texts that are short enough for a likeness to mean something. */
  var NAMES = ["title", "product", "goods", "gives", "makes"];
  var LIKE = 0.4;
  /* What people say around a product, whichever language they type in. */
  var AROUND = ["我们", "我", "是", "一家", "生产", "制造", "加工", "企业", "公司", "工厂", "厂家", "厂", "产品", "做",
    "的", "想"];
  var ABOUT = ["i", "we", "make", "makes", "maker", "making", "produce", "producer", "manufacture",
    "manufacturer", "manufacturing", "of", "and", "the", "for", "a", "an", "to", "product",
    "products", "company", "firm"];

  /* Full-width and half-width, upper and lower case, both spellings of sulphur are the same. */
  function fold(text) {
    var plain = (text.normalize ? text.normalize("NFKC") : text).toLowerCase();
    return plain.replace(/sulph/g, "sulf");
  }

  function stem(word) {
    if (word.length > 4 && /ies$/.test(word)) { return word.slice(0, -3); }
    if (word.length > 4 && /(s|x|ch|sh)es$/.test(word)) { return word.slice(0, -2); }
    return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  }

  function prepared(text) {
    var folded = fold(text);
    return {
      chinese: folded.replace(/\s+/g, ""),
      latin: " " + folded.replace(/[^a-z0-9]+/g, " ") + " "
    };
  }

  /* "我们生产硫酸锰的" asks for 硫酸锰; no single character is left of a word. */
  function trimmed(run, stops) {
    var left = run;
    var again = true;
    while (again) {
      again = stops.some(function (stop) {
        var rest = left;
        if (left.indexOf(stop) === 0) { rest = left.slice(stop.length); }
        else if (left.slice(-stop.length) === stop) { rest = left.slice(0, -stop.length); }
        if (rest === left || rest.length === 1) { return false; }
        left = rest;
        return true;
      });
    }
    return left;
  }

  function wordsOf(query) {
    var folded = fold(query);
    var latin = folded.match(/[a-z0-9]+/g) || [];
    var kept = latin.filter(function (word) { return ABOUT.indexOf(word) < 0; });
    var runs = folded.match(/[\u3400-\u9fff]+/g) || [];
    var asked = runs.map(function (run) { return trimmed(run, AROUND); }).filter(Boolean);
    var any = kept.length || asked.length;
    return { latin: (any ? kept : latin).map(stem), chinese: any ? asked : runs };
  }

  function pairs(runs) {
    var found = [];
    runs.forEach(function (run) {
      for (var i = 0; i + 1 < run.length; i += 1) { found.push(run.slice(i, i + 2)); }
    });
    return found;
  }

  /* Words of one or two letters begin too many others: they must stand whole. */
  function holds(text, word) {
    return /[a-z0-9]/.test(word)
      ? text.latin.indexOf(" " + word + (word.length < 3 ? " " : "")) >= 0
      : text.chinese.indexOf(word) >= 0;
  }

  data.items.forEach(function (item, index) {
    item.index = index;
    ["texts", "notes", "industries", "segments", "parks", "plots", "policies", "projects", "uses"].forEach(
      function (name) { item[name] = item[name] || []; }
    );
    item.said = item.said || {};
    item.numbers = item.numbers || {};
    item.searched = item.texts.map(function (text) {
      var both = prepared(text[1] + " \u00b7 " + text[2]);
      return { field: text[0], shown: text[1], chinese: both.chinese, latin: both.latin };
    });
  });

  /* What holds for a park holds for everything in it, unless that has a figure of its own. */
  var parks = {};
  data.items.forEach(function (item) {
    if (item.kind === "park") { parks[item.key] = item; }
  });
  data.items.forEach(function (item) {
    var inside = ["project", "plot", "plant"].indexOf(item.kind) >= 0;
    var park = inside && parks[item.parks[0]];
    if (park) {
      ["said", "numbers"].forEach(function (name) {
        item[name] = Object.assign({}, park[name], { available: undefined }, item[name]);
      });
    }
  });

  /* Every word must stand somewhere, best together in one text; the strongest text is told. */
  function exact(item, words) {
    var total = 0;
    var told = null;
    var all = words.every(function (word) {
      var best = null;
      item.searched.forEach(function (text) {
        if (holds(text, word) && (!best || WEIGHTS[text.field] > WEIGHTS[best.field])) {
          best = text;
        }
        if (best && holds(text, word) && text.field !== "title" &&
            (!told || WEIGHTS[text.field] > WEIGHTS[told.field])) { told = text; }
      });
      total += best ? WEIGHTS[best.field] : 0;
      return best !== null;
    });
    if (!all) { return null; }
    var together = item.searched.filter(function (text) {
      return words.every(function (word) { return holds(text, word); });
    }).map(function (text) { return WEIGHTS[text.field]; });
    var score = total / words.length + Math.max.apply(null, together.concat(0)) / 2;
    return { score: score, told: told };
  }

  function alike(item, words) {
    var best = null;
    item.searched.forEach(function (text) {
      if (NAMES.indexOf(text.field) < 0) { return; }
      var share = words.filter(function (word) { return holds(text, word); }).length / words.length;
      var score = share * WEIGHTS[text.field] / 2;
      if (share >= LIKE && (!best || score > best.score)) {
        best = { score: score, told: text.field === "title" ? null : text };
      }
    });
    return best;
  }

  function hits(words, how) {
    var found = {};
    var any = false;
    data.items.forEach(function (item) {
      var hit = how(item, words);
      if (hit) {
        found[item.id] = hit;
        any = true;
      }
    });
    return any ? found : null;
  }

  /* The words with one name changed for another by which the same goes: 电瓶 asks for 电池. */
  function otherNames(words) {
    var found = [];
    var latin = " " + words.latin.join(" ") + " ";
    (data.alsoCalled || []).forEach(function (names) {
      names.forEach(function (name) {
        var plain = stems(name);
        names.forEach(function (other) {
          if (other === name) { return; }
          if (plain && latin.indexOf(" " + plain + " ") >= 0) {
            found.push(wordsOf(latin.replace(" " + plain + " ", " " + other + " ") +
              words.chinese.join(" ")));
          }
          words.chinese.forEach(function (run, place) {
            if (plain || run.indexOf(name) < 0) { return; }
            var runs = words.chinese.slice();
            runs[place] = run.replace(name, other);
            found.push(wordsOf(words.latin.concat(runs).join(" ")));
          });
        });
      });
    });
    return found;
  }

  /* A Latin name word by word as a query has it; empty for a Chinese one. */
  function stems(name) {
    return /[\u3400-\u9fff]/.test(name) ? "" : fold(name).split(" ").map(stem).join(" ");
  }

  function byOtherNames(words) {
    var found = null;
    otherNames(words).forEach(function (other) {
      var named = hits(other.latin.concat(other.chinese), exact);
      if (named) { found = Object.assign({}, named, found); }
    });
    return found;
  }

  /* Returns the hits by id, and whether they are only near; null for a query without words. */
  function search(query) {
    var words = wordsOf(query);
    var all = words.latin.concat(words.chinese);
    if (!all.length) { return { hits: {}, near: false }; }
    var found = hits(all, exact);
    if (found) { return { hits: found, near: false }; }
    var parts = words.latin.concat(pairs(words.chinese));
    found = byOtherNames(words) || (parts.length > 1 ? hits(parts, alike) : null);
    return { hits: found || {}, near: found !== null };
  }

  window.zhaoshangSearch = search;
})();
