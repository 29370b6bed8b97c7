// After a part of the page is fetched anew, move the reader's place to it, as a new page would.
document.addEventListener("htmx:afterSwap", (event) => {
  const part = document.getElementById("what-if");
  const next = part && (part.querySelector(".difference") || part.querySelector("#what-if-answer"));
  if (!next) return;
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
});
