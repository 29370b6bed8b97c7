// Cards are kept on this device until the server says that it has them. Each has a mark of its own, so that the same
// card sent again, after a lost connection, is there once. Without this script the form is sent as any other.
(() => {
  const board = document.getElementById("board");
  if (!board || !window.fetch) return;
  const KEPT = "plethu-room-cards";
  const words = board.dataset;
  const list = document.getElementById("waiting-cards");
  let memory = [];
  let isStored = true;
  let isSending = false;
  let wait = 0;
  let timer = 0;

  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEPT) || "[]"); } catch { return memory; }
  };
  const write = (cards) => {
    memory = cards;
    try { localStorage.setItem(KEPT, JSON.stringify(cards)); isStored = true; } catch { isStored = false; }
  };
  const all = () => (isStored ? read() : memory);
  const mine = () => all().filter((card) => card.who === words.who);
  const change = (once, how) => write(all().map((card) => (card.once === once ? how(card) : card)).filter(Boolean));
  const mark = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (n) => n.toString(16).padStart(2, "0")).join("");

  function show() {
    list.replaceChildren(...mine().map((card) => {
      const item = document.createElement("li");
      const said = document.createElement("div");
      const state = document.createElement("p");
      item.className = "card-said card-said--waiting";
      said.className = "said";
      said.dir = "auto";
      said.textContent = card.words;
      state.className = "soft";
      state.textContent = card.refused || words.kept;
      item.append(said, state);
      if (card.refused) item.append(again(card));
      return item;
    }));
    list.hidden = !list.children.length;
  }

  function again(card) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet button--small";
    button.textContent = list.dataset.again;
    button.addEventListener("click", () => {
      const form = document.querySelector(`#${CSS.escape(card.section)} form.put`) || document.querySelector("form.put");
      if (!form) return;
      form.closest("details").open = true;
      form.elements.words.value = [form.elements.words.value, card.words].filter(Boolean).join("\n\n");
      form.elements.words.focus();
      change(card.once, () => null);
      show();
    });
    return button;
  }

  async function send(card) {
    const body = new FormData();
    for (const name of ["section", "words", "stance", "named", "once"]) if (card[name]) body.append(name, card[name]);
    body.append("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    const patience = new AbortController();
    const late = setTimeout(() => patience.abort(), 20000);
    try {
      return await fetch(card.url, { method: "POST", body, headers: { Accept: "application/json" }, signal: patience.signal });
    } finally {
      clearTimeout(late);
    }
  }

  async function settle(card, response) {
    if (response.ok) {
      const { card: detail } = await response.json();
      change(card.once, () => null);
      wait = 0;
      document.dispatchEvent(new CustomEvent("plethu:sent", { detail }));
      const said = document.querySelector(`#${CSS.escape(card.section)} .said-of`);
      if (said) {
        said.textContent = words.sent;
        said.scrollIntoView({ block: "nearest" });
      }
      return true;
    }
    if (response.status === 403) {
      document.getElementById("room-news").textContent = words.out;
      return false;
    }
    if (response.status === 429 || response.status >= 500) {
      wait = Math.max(wait, 1000 * (Number(response.headers.get("Retry-After")) || 2));
      return false;
    }
    const told = await response.json().catch(() => ({}));
    change(card.once, () => ({ ...card, refused: (told.errors || [String(response.status)]).join(" ") }));
    return true;
  }

  async function flush() {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    let goes = true;
    for (const card of mine().filter((each) => !each.refused)) {
      try { goes = await settle(card, await send(card)); } catch { goes = false; }
      show();
      if (!goes) break;
    }
    isSending = false;
    if (!goes) {
      wait = Math.min(30000, Math.max(2000, wait * 2));
      timer = setTimeout(flush, wait);
    } else if (mine().some((each) => !each.refused)) flush();
  }

  for (const form of document.querySelectorAll("form.put")) {
    form.addEventListener("submit", (event) => {
      const typed = form.elements.words.value.trim();
      if (!typed) return;
      event.preventDefault();
      const stance = form.querySelector("[name=stance]:checked");
      const { named } = form.elements;
      const card = {
        who: words.who, url: form.action, section: form.elements.section.value, words: typed,
        stance: stance ? stance.value : "", named: named && named.checked ? "on" : "", once: form.elements.once.value || mark(),
      };
      write([...all().filter((each) => each.once !== card.once), card]);
      form.elements.once.value = mark();
      form.elements.words.value = "";
      form.querySelector(".said-of").textContent = "";
      if (stance) stance.checked = false;
      if (named) named.checked = false;
      form.elements.words.focus();
      show();
      flush();
    });
  }

  window.addEventListener("online", () => { wait = 0; flush(); });
  window.addEventListener("beforeunload", (event) => {
    if (!isStored && mine().length) event.preventDefault();
  });
  show();
  flush();
})();
