/* The online map: nothing is loaded before the reader asks for it, and from a folder
   (file://) it is not offered at all. Leaflet comes from this website, the tiles from
   Tianditu under the county's own key. Tianditu reckons in CGCS2000, which is WGS-84 here. */
(function () {
  "use strict";

  var place = document.querySelector(".online");
  if (!place || !/^https?:$/.test(location.protocol)) {
    return;
  }
  var told = JSON.parse(place.getAttribute("data-map"));
  var folder = place.getAttribute("data-leaflet");
  var button = place.querySelector("button");
  var frame = place.querySelector(".online__map");
  var failed = place.querySelector(".online__failed");
  /* How long a reader looks at an empty frame, in milliseconds. */
  var PATIENCE = 15000;
  var map = null;
  place.hidden = false;

  function load(done) {
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = folder + "leaflet.css";
    document.head.appendChild(style);
    var script = document.createElement("script");
    script.src = folder + "leaflet.js";
    script.onload = done;
    script.onerror = fail;
    document.head.appendChild(script);
  }

  function layer(name) {
    return window.L.tileLayer(
      "https://t{s}.tianditu.gov.cn/" + name + "_w/wmts?SERVICE=WMTS&REQUEST=GetTile" +
        "&VERSION=1.0.0&LAYER=" + name + "&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles" +
        "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk=" + told.key,
      {
        subdomains: "01234567",
        maxZoom: 18,
        attribution:
          '<a href="https://www.tianditu.gov.cn/" rel="noopener">' +
          place.getAttribute("data-credit") + "</a>"
      }
    );
  }

  function colour(kind) {
    var name = kind === "project" ? "--seal" : kind === "park" ? "--pine" : "--ink";
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  /* Without a net, or with a key that is refused: in words, and the schematic map remains. */
  function fail() {
    if (map) { map.remove(); }
    map = null;
    frame.hidden = true;
    button.hidden = false;
    failed.textContent = place.getAttribute("data-failed");
    button.focus();
  }

  /* A map counts as reached with its first tile; what fails after that is a hole in it. */
  function watch(base) {
    var reached = false;
    var own = map;
    function judge() {
      if (!reached && map === own) { fail(); }
    }
    base.on("tileload", function () { reached = true; });
    /* Leaflet has this event also where every tile came to nothing, while it still counts them. */
    base.on("load", function () { setTimeout(judge, 0); });
    setTimeout(judge, PATIENCE);
  }

  function draw() {
    map = window.L.map(frame, { attributionControl: true });
    map.attributionControl.setPrefix(false);
    var base = layer("vec");
    watch(base);
    base.addTo(map);
    layer(told.labels).addTo(map);
    var corners = told.marks.map(function (mark) {
      var words = document.createElement("span");
      words.textContent = mark.name;
      window.L.circleMarker([mark.lat, mark.lon], { radius: 7, color: colour(mark.kind), fillOpacity: 0.7 })
        .bindPopup(words).bindTooltip(words.cloneNode(true)).addTo(map);
      return [mark.lat, mark.lon];
    });
    map.fitBounds(corners, { padding: [24, 24] });
    frame.focus();
  }

  button.addEventListener("click", function () {
    button.hidden = true;
    frame.hidden = false;
    failed.textContent = "";
    if (window.L) { draw(); } else { load(draw); }
  });
})();
