// Small comforts. Every page works without them.
(() => {
  const summary = document.querySelector(".error-summary:not(.sample *)");
  if (summary) summary.focus();

  for (const link of document.querySelectorAll("a[data-print]")) {
    link.addEventListener("click", (event) => {
      const target = new URL(link.href);
      if (target.pathname + target.search !== location.pathname + location.search) return;
      event.preventDefault();
      window.print();
    });
  }
})();
