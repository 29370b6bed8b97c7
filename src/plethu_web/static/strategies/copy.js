// "Copy" beside each text that is to be taken to a database. Without it the text stands in a field to be selected.
(() => {
  if (!navigator.clipboard) return;
  for (const take of document.querySelectorAll(".take[data-copy]")) {
    const field = take.querySelector("textarea");
    const button = document.createElement("button");
    const said = document.createElement("span");
    button.type = "button";
    button.className = "button button--quiet button--small";
    button.textContent = take.dataset.copy;
    button.setAttribute("aria-describedby", field.id);
    said.setAttribute("role", "status");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(field.value).then(
        () => { said.textContent = ` ${take.dataset.copied}`; },
        () => { field.focus(); field.select(); },
      );
    });
    take.append(button, said);
  }
})();
