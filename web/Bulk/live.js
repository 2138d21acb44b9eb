(function () {
  "use strict";
  var box = document.getElementById("live");
  var button = document.getElementById("live-switch");
  var on = true;
  button.hidden = false;
  button.addEventListener("click", function () {
    on = !on;
    button.textContent = on ? "Pause updates" : "Resume updates";
  });
  window.setInterval(function () {
    // Keeps what a person is typing, and does not refresh a hidden page.
    if (on && !document.hidden && !document.querySelector("details.guard[open]")) window.location.reload();
  }, 1000 * Number(box.dataset.every));
})();
