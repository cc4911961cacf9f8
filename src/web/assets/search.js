// Shows who fits below a search box while one types: a combobox as the ARIA Authoring Practices describe it. Without this the
// box is a form that is sent with its button, and so it stays for whoever presses Enter without choosing from the list.
(() => {
  "use strict";

  const pause = 150;      // Milliseconds without a key before asking: fast typists ask once a word.
  const fewest = 2;       // Letters.

  document.querySelectorAll("input[data-search]").forEach((input) => {
    const form = input.form;
    if (!form || !window.fetch || !window.AbortController) return;

    const list = document.createElement("ul");
    list.className = "sf-found";
    list.id = `${input.id}-found`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "People found");
    list.hidden = true;
    const said = document.createElement("p");
    said.className = "govuk-visually-hidden";
    said.setAttribute("role", "status");
    form.append(list, said);

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let chosen = -1;
    let waiting = 0;
    let asking = null;

    const close = () => {
      list.hidden = true;
      chosen = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };

    const choose = (which) => {
      const options = [...list.children];
      if (options.length === 0) return;
      chosen = (which + options.length) % options.length;
      options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    };

    const option = (row, place) => {
      const link = row.querySelector("a[href^='/children/']");
      const cells = [...row.querySelectorAll("th, td")].map((cell) => cell.textContent.trim());
      const item = document.createElement("li");
      item.id = `${list.id}-${place}`;
      item.className = "sf-found__one";
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.goes = link.getAttribute("href");
      const name = document.createElement("strong");
      name.textContent = cells[0];
      const rest = document.createElement("span");
      rest.className = "sf-found__rest";
      // Born, number here, with us, found by: what tells two people of one name apart.
      rest.textContent = [cells[1], cells[3], cells[4], `found by ${cells[5]}`].filter(Boolean).join(" · ");
      item.append(name, rest);
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => window.location.assign(item.dataset.goes));
      return item;
    };

    const show = (page) => {
      const rows = [...page.querySelectorAll("main tbody tr")].filter((row) => row.querySelector("a[href^='/children/']"));
      list.replaceChildren(...rows.map(option));
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      list.hidden = rows.length === 0;
      input.setAttribute("aria-expanded", String(rows.length > 0));
      const also = page.querySelector("main [data-also]");
      const count = rows.length === 0 ? "Nobody found yet" : rows.length === 1 ? "1 person found" : `${rows.length} people found`;
      said.textContent = also ? `${count}. There is also a record that you may not open; search to see whom to ring.` : count;
    };

    const ask = async () => {
      asking?.abort();   // An answer to what was typed before would come too late.
      asking = new AbortController();
      const mine = asking;
      const body = new URLSearchParams(new FormData(form));
      body.set("as_typed", "yes");
      try {
        const answer = await fetch(form.action, { method: "POST", body, signal: mine.signal, credentials: "same-origin" });
        if (!answer.ok || answer.redirected) return close();
        const text = await answer.text();
        if (mine === asking) show(new DOMParser().parseFromString(text, "text/html"));
      } catch {
        if (mine === asking) close();   // Offline, or cut: the button says what is wrong.
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      if (input.value.trim().length < fewest) {
        asking?.abort();
        asking = null;
        return close();
      }
      waiting = setTimeout(ask, pause);
    });

    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden && list.children.length > 0) {
          list.hidden = false;
          input.setAttribute("aria-expanded", "true");
        }
        if (list.hidden) return;
        event.preventDefault();
        choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
      } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
        event.preventDefault();
        window.location.assign(list.children[chosen].dataset.goes);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });

    input.addEventListener("blur", () => setTimeout(close, 100));
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      asking?.abort();
    });
  });
})();
