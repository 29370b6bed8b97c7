// How many minutes of a round are left. Without it the page says when the round ends.
(() => {
  const time = document.querySelector("time[data-ends]");
  if (!time) return;
  const left = time.parentElement.querySelector(".left");

  function tell() {
    const ends = new Date(time.dataset.ends);
    const minutes = Math.ceil((ends - Date.now()) / 60000);
    time.dateTime = time.dataset.ends;
    time.textContent = ends.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
    left.textContent = minutes > 0 ? `(${minutes} ${time.dataset.label})` : `(${time.dataset.over})`;
  }

  time.dataset.label = time.dataset.left;
  document.addEventListener("plethu:time", tell);
  setInterval(tell, 10000);
  tell();
})();
