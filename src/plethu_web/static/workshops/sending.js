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
  const formIn = (section) => document.querySelector(`#${CSS.escape(section)} form.put`);
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
      if (card.refused && document.querySelector("form.put")) item.append(again(card));
      return item;
    }));
    list.hidden = !list.children.length;
  }

  function again(card) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet button--small";
    button.textContent = list.dataset.again;
    button.addEventListener("click", () => putBack(card, formIn(card.section) || document.querySelector("form.put")));
    return button;
  }

  // All that the card was goes back into the form: below what stands there already, its words only.
  function putBack(card, form) {
    const { words: field, named } = form.elements;
    const stance = form.querySelector(`[name=stance][value="${CSS.escape(card.stance)}"]`);
    if (!field.value && stance) stance.checked = true;
    if (!field.value && named) named.checked = Boolean(card.named);
    form.closest("details").open = true;
    field.value = [field.value, card.words].filter(Boolean).join("\n\n");
    field.focus();
    change(card.once, () => null);
    show();
  }

  // Beside the form, where one looks after writing: the list of what waits is at the top of a long page.
  function say(form, told) {
    const said = form.querySelector(".said-of");
    if (said.textContent !== told) said.textContent = told;
    if (form.contains(document.activeElement)) said.scrollIntoView({ block: "nearest" });
  }

  function sayOf(card, told) {
    const form = formIn(card.section);
    if (form && form.action === card.url) say(form, told); // not one of an earlier round
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
      sayOf(card, words.sent);
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
    const why = response.status === 404 ? words.moved : `${words.refused} (${response.status})`;
    const refused = { ...card, refused: told.errors ? told.errors.join(" ") : why };
    const form = formIn(card.section);
    change(card.once, () => refused);
    if (told.errors && form && form.action === card.url && !form.elements.words.value) putBack(refused, form);
    sayOf(card, refused.refused);
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
      if (!goes) {
        sayOf(card, words.kept);
        break;
      }
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
      event.preventDefault();
      if (!typed) { // another card on the page may be half written: nothing is loaded anew for this
        say(form, words.empty);
        form.elements.words.focus();
        return;
      }
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
