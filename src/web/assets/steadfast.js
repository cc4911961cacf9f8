// Makes pages a little quicker to use; each of them works without it.
(() => {
  "use strict";

  const typing = (element) =>
    element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName);

  // "/" searches, "?" says which keys there are. Off where the page says so.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.documentElement.hasAttribute("data-keys-off")) return;
    if (event.key === "/") {
      const search = document.querySelector("[data-search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "?") {
      event.preventDefault();
      showKeys();
    }
  });

  function showKeys() {
    let box = document.querySelector("dialog.sf-keys");
    if (!box) {
      box = document.createElement("dialog");
      box.className = "sf-keys";
      const heading = document.createElement("h2");
      heading.className = "govuk-heading-m";
      heading.id = "keys";
      heading.textContent = "Keys";
      const list = document.createElement("dl");
      for (const [key, does] of [["/", "Search"], ["?", "These keys"], ["Esc", "Close this"]]) {
        const term = document.createElement("dt");
        term.textContent = key;
        const meaning = document.createElement("dd");
        meaning.textContent = does;
        list.append(term, meaning);
      }
      box.setAttribute("aria-labelledby", "keys");
      box.append(heading, list);
      document.body.append(box);
    }
    if (!box.open) box.showModal();
  }

  // What went wrong, or well, is where a reader goes on.
  const first = document.querySelector("[data-focus-first]");
  if (first) first.focus();

  // A form sent twice by a double click would be saved twice, were it not for its key; spare the second wait.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 1000) event.preventDefault();
    form.dataset.sent = String(Date.now());
  });

  // A print shows what is folded away.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
})();
