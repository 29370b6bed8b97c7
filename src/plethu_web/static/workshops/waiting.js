// Pages on which one waits: when the workshop goes on, they go with it; what all groups write, and how far they are,
// renews itself, and what was unfolded or in focus stays so.
(() => {
  const part = document.querySelector("[data-state], [data-renews]");
  if (!part || !window.fetch) return;
  const EVERY = 4000;
  let etag = part.dataset.etag || "";
  let last = "";

  async function goesOn() {
    const response = await fetch(part.dataset.state, { cache: "no-store", headers: { Accept: "application/json" } });
    if (response.ok) return (await response.json()).mark !== part.dataset.mark;
    return response.status === 403;
  }

  // The same page again; whether the workshop has gone on since.
  async function renew() {
    const response = await fetch(location.href, { cache: "no-store", headers: etag ? { "If-None-Match": etag } : {} });
    if (response.redirected) return true;
    if (response.status !== 200) return false;
    etag = response.headers.get("ETag") || "";
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-renews]");
    if (!fresh || fresh.dataset.mark !== part.dataset.mark) return true;
    if (fresh.innerHTML === last) return false;
    last = fresh.innerHTML;
    const open = Array.from(part.querySelectorAll("details[open]"), (details) => `#${details.id}`);
    const focus = part.contains(document.activeElement) ? find(document.activeElement) : "";
    part.replaceChildren(...fresh.childNodes);
    for (const id of open) part.querySelector(id)?.setAttribute("open", "");
    if (focus) part.querySelector(focus)?.focus({ preventScroll: true });
    return false;
  }

  // How to find a link or a summary again among what has come anew.
  function find(element) {
    if (element.tagName === "SUMMARY") return `#${element.parentElement.id} > summary`;
    return element.tagName === "A" ? `a[href="${element.getAttribute("href")}"]` : "";
  }

  async function look() {
    try {
      if (await ("renews" in part.dataset ? renew() : goesOn())) { location.assign(part.dataset.href); return; }
    } catch { /* no connection: look again */ }
    setTimeout(look, EVERY * (0.8 + 0.4 * Math.random()));
  }
  setTimeout(look, EVERY);
})();
