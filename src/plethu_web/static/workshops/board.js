// A board renews itself: by a stream of events, and where none comes through, by asking every few seconds.
(() => {
  const board = document.getElementById("board");
  if (!board || !window.fetch) return;
  const given = board.dataset;
  const SOON = 3000;
  const HIDDEN = 15000;
  const PATIENCE = 10000;
  const AGAIN = 60000;
  const PAUSE = 4000; // between two counts of new cards that are read out
  const news = document.getElementById("new-cards");
  const unsaid = new Set();
  let pausing = 0;
  let mark = given.mark;
  let timer = 0;
  let isLive = false;
  let isShut = false;

  function made(html) {
    const template = document.createElement("template");
    template.innerHTML = html;
    return template.content.firstElementChild;
  }

  function takeCard([id, place, html]) {
    const list = document.getElementById(`cards-${place}`);
    const old = document.getElementById(`card-${id}`);
    const fresh = made(html);
    if (!list || !fresh) return;
    const hadFocus = old && old.contains(document.activeElement);
    if (old && old.parentElement === list) old.replaceWith(fresh);
    else {
      if (old) old.remove();
      else count(id);
      const next = Array.from(list.children).find((card) => Number(card.id.slice(5)) > id);
      list.insertBefore(fresh, next || null);
    }
    if (hadFocus) (fresh.querySelector("a") || board).focus();
  }

  // Who cannot see the board hears how many cards came, not each of them; their own are not counted.
  function count(id) {
    unsaid.add(id);
    if (pausing || !news) return;
    pausing = setTimeout(() => {
      pausing = 0;
      if (unsaid.size) news.textContent = `${news.dataset.words}: ${unsaid.size}`;
      unsaid.clear();
    }, PAUSE);
  }

  // Something has happened to the room, or to who may be at this board: a sentence and the way on.
  function lead(words, way) {
    const news = document.getElementById("room-news");
    const link = document.createElement("a");
    link.href = news.dataset.href;
    link.textContent = way;
    news.replaceChildren(`${words} `, link);
  }

  function takeRoom(room) {
    const news = document.getElementById("room-news");
    const { next, go, ended, on } = news.dataset;
    const isHere = String(room.round) === given.round;
    if (!room.open) lead(ended, on);
    else if (!isHere || room.plenary) lead(next, go);
    else news.replaceChildren();
    const time = document.querySelector("time[data-ends]");
    if (time && isHere && room.ends) { // the end of another round is not the end of this one
      time.dataset.ends = room.ends;
      time.dataset.now = room.now;
      document.dispatchEvent(new CustomEvent("plethu:time"));
    }
  }

  function take(told) {
    mark = told.mark;
    told.cards.forEach(takeCard);
    for (const [place, html] of told.notes) {
      const note = document.getElementById(`note-${place}`);
      if (note) note.innerHTML = html;
    }
    if (told.room.round !== undefined) takeRoom(told.room);
  }

  async function ask() {
    const response = await fetch(`${given.changes}?since=${mark}`, {
      cache: "no-store", headers: { Accept: "application/json", "If-None-Match": `"${mark}"` },
    });
    if (response.status === 200) take(await response.json());
    if (response.status === 403) shut(given.out);
    if (response.status === 404) shut(given.moved);
  }

  // Nothing of this board is theirs to read any more: they withdrew, sit elsewhere, or their link was ended.
  function shut(words) {
    isShut = true;
    lead(words, document.getElementById("room-news").dataset.on);
    for (const list of board.querySelectorAll(".place .cards-said")) list.replaceChildren();
  }

  function poll() {
    clearTimeout(timer);
    if (isLive || isShut) return;
    ask().catch(() => {}).finally(() => {
      timer = setTimeout(poll, (document.hidden ? HIDDEN : SOON) * (0.8 + 0.4 * Math.random()));
    });
  }

  function listen() {
    if (isShut) return;
    if (!window.EventSource) { poll(); return; }
    const source = new EventSource(`${given.stream}?since=${mark}`);
    const giveUp = () => {
      source.close();
      isLive = false;
      poll();
      setTimeout(listen, AGAIN);
    };
    const late = setTimeout(giveUp, PATIENCE);
    source.addEventListener("ready", () => { clearTimeout(late); clearTimeout(timer); isLive = true; });
    source.addEventListener("message", (event) => take(JSON.parse(event.data)));
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) { clearTimeout(late); giveUp(); }
    });
  }

  document.addEventListener("plethu:sent", (event) => {
    takeCard(event.detail);
    unsaid.delete(event.detail[0]);
  });
  if (given.live !== "no") listen();
})();
