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
  place.hidden = false;

  function load(done) {
    var style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = folder + "leaflet.css";
    document.head.appendChild(style);
    var script = document.createElement("script");
    script.src = folder + "leaflet.js";
    script.onload = done;
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

  function draw() {
    var map = window.L.map(frame, { attributionControl: true });
    map.attributionControl.setPrefix(false);
    layer("vec").addTo(map);
    layer(told.labels).addTo(map);
    var corners = told.marks.map(function (mark) {
      var words = document.createElement("span");
      words.textContent = mark.name;
      window.L.circleMarker([mark.lat, mark.lon], { radius: 7, color: colour(mark.kind), fillOpacity: 0.7 })
        .bindPopup(words).bindTooltip(words.cloneNode(true)).addTo(map);
      return [mark.lat, mark.lon];
    });
    map.fitBounds(corners, { padding: [24, 24] });
  }

  button.addEventListener("click", function () {
    button.hidden = true;
    frame.hidden = false;
    load(draw);
  });
})();
