(function () {
  "use strict";
  var box = document.getElementById("pass");
  var left = document.getElementById("left");
  var hide = document.getElementById("hide");
  var gone = document.getElementById("gone");
  var until = Date.now() + 1000 * Number(box.dataset.seconds);
  var timer = window.setInterval(tick, 1000);

  function end() {
    window.clearInterval(timer);
    document.getElementById("secret").textContent = "";
    box.hidden = true;
    gone.hidden = false;
    gone.focus();
  }

  function tick() {
    var seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
    var minutes = Math.floor(seconds / 60);
    left.textContent = minutes + " min " + String(seconds % 60).padStart(2, "0") + " s";
    if (seconds === 0) end();
  }

  hide.hidden = false;
  hide.addEventListener("click", end);
  window.addEventListener("pagehide", end);
  tick();
})();
