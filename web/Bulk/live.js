(function () {
  "use strict";
  var box = document.getElementById("live");
  var button = document.getElementById("live-switch");
  var on = true;
  button.hidden = false;
  button.addEventListener("click", function () {
    on = !on;
    button.textContent = on ? "Pause updates" : "Update again";
  });
  window.setInterval(function () {
    // Nobody loses what they are typing, and nobody is read a page twice that they do not look at.
    if (on && !document.hidden && !document.querySelector("details.guard[open]")) window.location.reload();
  }, 1000 * Number(box.dataset.every));
})();
