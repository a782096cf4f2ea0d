/* Whoever scans a printed code is told first what has changed since: the notice of the event in
   the address goes to the top of the page, those of other events are put away. Classic script:
   it also runs from file://. */
(function () {
  "use strict";

  var section = document.getElementById("printed");
  var page = document.querySelector(".project");
  var asked = /[?&]event=([a-z0-9-]+)(?:&|$)/.exec(window.location.search);
  if (!section || !page || !asked) { return; }
  var notices = Array.prototype.slice.call(section.querySelectorAll(".since__notice"));
  var own = notices.filter(function (notice) {
    return notice.getAttribute("data-event") === asked[1];
  });
  if (!own.length) { return; }
  notices.forEach(function (notice) { notice.hidden = own.indexOf(notice) < 0; });
  section.className += " since--band";
  section.querySelector(".since__inner").className += " wrap";
  page.insertBefore(section, page.firstChild);
})();
