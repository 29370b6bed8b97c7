// How many minutes of a round are left, by the server's clock: a phone's own may be wrong. Without it the page says when
// the round ends. Who cannot see it hears of it five minutes and one minute before the end, and at the end.
(() => {
  const time = document.querySelector("time[data-ends]");
  if (!time) return;
  const left = time.parentElement.querySelector(".left");
  const news = document.getElementById("time-news");
  const SAID = [5, 1, 0];
  let ahead = 0; // milliseconds by which this device is before the server
  let last = Infinity;

  function set() {
    const now = Date.parse(time.dataset.now);
    if (now) ahead = Date.now() - now;
    last = Infinity;
  }

  function tell() {
    const ends = new Date(time.dataset.ends);
    const minutes = Math.max(0, Math.ceil((ends - Date.now() + ahead) / 60000));
    const words = minutes > 0 ? `${minutes} ${time.dataset.label}` : time.dataset.over;
    time.dateTime = time.dataset.ends;
    time.textContent = ends.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
    left.textContent = `(${words})`;
    if (news && SAID.some((limit) => minutes <= limit && last > limit) && last !== Infinity) news.textContent = words;
    last = minutes;
  }

  time.dataset.label = time.dataset.left;
  document.addEventListener("plethu:time", () => { set(); tell(); });
  setInterval(tell, 10000);
  set();
  tell();
})();
