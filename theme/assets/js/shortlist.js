/* The shortlist: a few short names of records, kept in this browser alone, passed on as a link
   and as a QR code. Nothing is sent anywhere. Classic script: it also runs from file://. */
(function () {
  "use strict";

  var KEY = "zhaoshang-shortlist";
  var MOST = 40;
  var ID = /^[a-z2-7]{8}$/;
  var SVG = "http://www.w3.org/2000/svg";
  /* For browsers that keep nothing: the list then lives as long as the page. */
  var memory = [];
  var listeners = [];

  function valid(ids) {
    return ids.filter(function (id, place) {
      return ID.test(id) && ids.indexOf(id) === place;
    });
  }

  function clean(ids) { return valid(ids).slice(0, MOST); }

  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY));
      return clean(Array.isArray(kept) ? kept.map(String) : memory);
    } catch (error) {
      return memory;
    }
  }

  /* Returns how many did not fit, which whoever writes has to say. */
  function write(ids) {
    memory = clean(ids);
    var left = valid(ids).length - memory.length;
    try {
      localStorage.setItem(KEY, JSON.stringify(memory));
    } catch (error) {
      /* Full or forbidden; the list in memory remains. */
    }
    listeners.forEach(function (listener) { listener(); });
    return left;
  }

  /* Whether what is kept is still there on the next page: some programs that show a page within
     a chat, and private windows, keep nothing. */
  function lasts() {
    try {
      localStorage.setItem(KEY + "-try", "1");
      localStorage.removeItem(KEY + "-try");
      return true;
    } catch (error) {
      return false;
    }
  }

  /* Whether all pages of the site have one list: some browsers give each file its own. */
  function shared() {
    return lasts() && location.protocol !== "file:";
  }

  function has(id) {
    return read().indexOf(id) >= 0;
  }

  /* Adds or takes away; false if the list is full. */
  function toggle(id) {
    var ids = read();
    var place = ids.indexOf(id);
    if (place >= 0) {
      ids.splice(place, 1);
    } else if (ids.length >= MOST) {
      return false;
    } else {
      ids.push(id);
    }
    write(ids);
    return true;
  }

  /* The list that an address carries in its fragment, or null. */
  function received() {
    var found = /(?:^#|&)ids=([a-z2-7.]+)/.exec(location.hash);
    var ids = found ? valid(found[1].split(".")) : [];
    return ids.length ? ids : null;
  }

  function link(address, ids) {
    return address + "#ids=" + ids.join(".");
  }

  /* A QR code as an SVG of one path, with the quiet border of four modules that readers need. */
  function code(text, title) {
    var qr = window.qrcode(0, "M");
    qr.addData(text, "Byte");
    qr.make();
    var count = qr.getModuleCount();
    var path = "";
    for (var row = 0; row < count; row += 1) {
      for (var column = 0; column < count; column += 1) {
        if (qr.isDark(row, column)) { path += "M" + (column + 4) + " " + (row + 4) + "h1v1h-1z"; }
      }
    }
    var svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 " + (count + 8) + " " + (count + 8));
    svg.setAttribute("shape-rendering", "crispEdges");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", title);
    var ground = document.createElementNS(SVG, "rect");
    ground.setAttribute("width", "100%");
    ground.setAttribute("height", "100%");
    ground.setAttribute("class", "code__ground");
    var modules = document.createElementNS(SVG, "path");
    modules.setAttribute("d", path);
    modules.setAttribute("class", "code__modules");
    svg.appendChild(ground);
    svg.appendChild(modules);
    return svg;
  }

  window.addEventListener("storage", function (event) {
    if (event.key === KEY) { listeners.forEach(function (listener) { listener(); }); }
  });

  window.zhaoshangShortlist = {
    read: read,
    write: write,
    has: has,
    lasts: lasts,
    shared: shared,
    toggle: toggle,
    received: received,
    link: link,
    code: code,
    onChange: function (listener) { listeners.push(listener); }
  };
})();
