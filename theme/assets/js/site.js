/* What every page does beyond showing itself: the menu on a phone, and links that work when
   the site is opened from a folder. Classic script: it also runs from file://. */
(function () {
  "use strict";

  var button = document.querySelector(".masthead__menu");
  var navigation = document.getElementById("navigation");
  if (button && navigation) {
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-expanded") === "true";
      button.setAttribute("aria-expanded", String(!open));
      navigation.classList.toggle("is-open", !open);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && navigation.classList.contains("is-open")) {
        button.click();
        button.focus();
      }
    });
  }

  /* On the page for lost addresses links start at the root, so #main alone would lead away. */
  var skip = document.querySelector(".skip");
  var main = document.getElementById("main");
  if (skip && main) {
    skip.addEventListener("click", function (event) {
      event.preventDefault();
      main.focus();
      main.scrollIntoView();
    });
  }

  /* A web server opens index.html for a folder; a file manager does not. */
  if (location.protocol === "file:") {
    document.addEventListener("click", function (event) {
      var link = event.target.closest ? event.target.closest("a[href]") : null;
      if (!link) { return; }
      var address = link.href instanceof Object ? link.href.baseVal : link.getAttribute("href");
      if (/^[a-z]+:/i.test(address) || address.charAt(0) === "#") { return; }
      var parts = address.split("#");
      if (/(^|\/)$/.test(parts[0].split("?")[0])) {
        event.preventDefault();
        var query = parts[0].split("?");
        location.href = query[0] + "index.html" + (query[1] ? "?" + query[1] : "") +
          (parts[1] ? "#" + parts[1] : "");
      }
    });
  }
})();
