(function () {
  "use strict";
  var box = document.getElementById("pass");
  var left = document.getElementById("left");
  var hide = document.getElementById("hide");
  var gone = document.getElementById("gone");
  // What has no end of its own is hidden after ten minutes: nobody leaves it on a screen.
  var seconds = box.dataset.seconds === undefined ? 600 : Number(box.dataset.seconds);
  var until = Date.now() + 1000 * seconds;
  var timer = window.setInterval(tick, 1000);

  function end() {
    window.clearInterval(timer);
    box.querySelectorAll(".secret code").forEach(function (secret) { secret.textContent = ""; });
    box.hidden = true;
    gone.hidden = false;
    gone.focus();
  }

  function tick() {
    var seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
    var minutes = Math.floor(seconds / 60);
    if (left) left.textContent = minutes + " min " + String(seconds % 60).padStart(2, "0") + " s";
    if (seconds === 0) end();
  }

  hide.hidden = false;
  hide.addEventListener("click", end);
  window.addEventListener("pagehide", end);
  tick();
})();
