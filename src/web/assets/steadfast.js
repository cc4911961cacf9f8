// Makes pages a little quicker to use; each of them works without it.
(() => {
  "use strict";

  // A dialog that has just been closed keeps the focus for a moment; nobody types there any more.
  const typing = (element) =>
    !element.closest("dialog:not([open])") && (element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName));

  // "/" searches, "?" says which keys there are, and links name their own: "n", or "g h" one after the other. A switch in the list
  // of keys turns them off in this browser, for whoever dictates or presses keys by mistake (WCAG 2.1.4).
  const offMark = "keys-off";
  const isOff = () => document.documentElement.hasAttribute("data-keys-off") || localStorage.getItem(offMark) === "yes";
  const longestBetween = 1500;
  let before = { key: "", at: 0 };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") {
      event.preventDefault();
      showKeys();
      return;
    }
    if (isOff()) return;
    if (event.key === "/") {
      const search = document.querySelector("[data-search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
      return;
    }
    const isSecond = before.key && Date.now() - before.at < longestBetween;
    const links = [...document.querySelectorAll("a[data-key]")];
    const link = (isSecond && links.find((each) => each.dataset.key === `${before.key} ${event.key}`)) || links.find((each) => each.dataset.key === event.key);
    before = { key: event.key, at: Date.now() };
    if (!link) return;
    event.preventDefault();
    link.click();
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
      const opened = [...document.querySelectorAll("a[data-key]")].map((link) => [link.dataset.key.replace(" ", " then "), link.textContent]);
      for (const [key, does] of [["/", "Search"], ...opened, ["?", "These keys"], ["Esc", "Close this"]]) {
        const term = document.createElement("dt");
        term.textContent = key;
        const meaning = document.createElement("dd");
        meaning.textContent = does;
        list.append(term, meaning);
      }
      const choice = document.createElement("label");
      const tick = document.createElement("input");
      tick.type = "checkbox";
      tick.checked = !isOff();
      tick.addEventListener("change", () => (tick.checked ? localStorage.removeItem(offMark) : localStorage.setItem(offMark, "yes")));
      choice.append(tick, " Use these keys in this browser");
      const close = document.createElement("button");
      close.type = "button";
      close.className = "govuk-button govuk-button--secondary";
      close.textContent = "Close";
      close.addEventListener("click", () => box.close());
      const last = document.createElement("p");
      last.append(choice);
      box.setAttribute("aria-labelledby", "keys");
      box.append(heading, list, last, close);
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
    if (form.method !== "post" || event.defaultPrevented) return;
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

// A form that keeps itself: what is typed is sent to the server a second after the last key, and whenever the page is left.
// Until the server has it, it is said so, it stays in the page, and it is tried again. A page may have several, each by itself.
(() => {
  "use strict";

  for (const mark of document.querySelectorAll("input[name=draft_form]")) keepItself(mark.form);

  function keepItself(form) {
    const status = form.querySelector("[data-draft-status]");
    const pause = 1000;
    const mostForALeavingPage = 60000;
    const longestAnswer = 15000;   // A phone that lost its net is not told so: it would wait for minutes, and say nothing.

    let changed = false;   // Something stands here that the server has not.
    let sending = false;
    let saved = false;     // The form itself is on its way.
    let halted = false;    // The worker has to do something first.
    let trouble = false;   // The last try failed…
    let isCutOff = false;  // …because the server could not be reached, or does not know who this is.
    let timer = 0;
    let wait = 2000;       // Before the next try after one that failed.

    form.querySelector("[data-draft-button]").hidden = true;

    function say(words, ...more) {
      const text = [words, ...more.map((each) => each.textContent ?? each)].join(" ");
      if (status.textContent === text) return;
      // That all is well is there to be read; only what is not is read out.
      status.setAttribute("aria-live", words.startsWith("Not saved") ? "polite" : "off");
      status.replaceChildren(words);
      for (const each of more) status.append(" ", each);
      status.classList.toggle("sf-draft--not-kept", words.startsWith("Not saved"));
    }

    function schedule(after) {
      clearTimeout(timer);
      timer = setTimeout(save, after);
    }

    function text() {
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
      return fields;
    }

    async function save({ leaving = false, replaces = false } = {}) {
      if (!changed || saved || (sending && !leaving) || (halted && !replaces && !isCutOff)) return;
      clearTimeout(timer);
      const fields = text();
      if (replaces) fields.append("draft_replaces", "yes");
      const body = fields.toString();
      sending = true;
      changed = false;
      try {
        const answer = await fetch("/drafts/as-typed", {
          method: "POST",
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
          body,
          redirect: "manual",
          keepalive: leaving && body.length < mostForALeavingPage,
          signal: AbortSignal.timeout(longestAnswer),
        });
        sending = false;
        await hear(answer);
      } catch {
        sending = false;
        again("Not saved yet: no connection. Keep this page open.");
      }
    }

    async function hear(answer) {
      if (answer.ok) {
        const { saved: at, revision } = await answer.json();
        form.elements.draft_revision.value = revision;
        wait = 2000;
        trouble = isCutOff = false;
        if (!changed) say(`Saved ${at} as your draft.`);
        else schedule(pause);
        return;
      }
      changed = true;
      if (answer.type === "opaqueredirect") return askToSignIn();
      const refused = answer.headers.get("Content-Type")?.startsWith("application/json");
      if (answer.status === 503 || !refused) {
        if (answer.status === 403) return askToSignIn();
        return again("Not saved yet: the service is not answering. Keep this page open.");
      }
      const { says } = await answer.json();
      trouble = true;
      isCutOff = false;
      if (answer.status !== 409) return say(`Not saved: ${says}`);
      halted = true;
      const anyway = document.createElement("button");
      anyway.type = "button";
      anyway.className = "sf-plain-button";
      anyway.textContent = "Keep this text instead";
      anyway.addEventListener("click", () => {
        halted = false;
        save({ replaces: true });
      });
      say(`Not saved: ${says}`, anyway);
    }

    function again(words) {
      changed = trouble = isCutOff = true;
      say(words);
      schedule(wait);
      wait = Math.min(wait * 2, 30000);
    }

    // Signing in again happens in another window, so that nothing on this page is lost.
    function askToSignIn() {
      const link = document.createElement("a");
      link.href = "/sign-in?next=/drafts/signed-in";
      link.target = "_blank";
      link.className = "govuk-link";
      link.textContent = "Sign in in a new window";
      say("Not saved yet: you are signed out. Keep this page open.", link);
      halted = trouble = isCutOff = true;
    }

    async function takeUpNewSession() {
      const answer = await fetch("/drafts/token", { redirect: "manual" }).catch(() => null);
      if (!answer?.ok) return;
      const { token, worker } = await answer.json();
      if (worker !== form.elements.draft_worker.value) {
        say("Not saved yet: somebody else is signed in in this browser. Sign in as yourself to go on.");
        return;
      }
      for (const input of document.querySelectorAll("input[name=form_token]")) input.value = token;
      halted = false;
      save();
    }

    form.addEventListener("input", () => {
      changed = true;
      if (!trouble) say("Saving…");
      schedule(pause);
    });
    form.addEventListener("focusout", () => save());
    // Sending the form into a cut line or an ended session would lose it, so the draft goes first; what stands in its way is said here.
    let isClear = false;
    form.addEventListener("submit", async (event) => {
      if (event.defaultPrevented) return;
      if (isClear) {
        saved = true;
        return;
      }
      event.preventDefault();
      const { submitter } = event;
      changed = true;
      clearTimeout(timer);
      await save({ leaving: true });
      if (isCutOff) return;
      isClear = true;
      form.requestSubmit(submitter);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") save({ leaving: true });
      else if (halted) takeUpNewSession();
    });
    window.addEventListener("focus", () => {
      if (halted) takeUpNewSession();
    });
    window.addEventListener("pagehide", () => save({ leaving: true }));
    window.addEventListener("online", () => save());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) saved = isClear = false;
    });
    window.addEventListener("beforeunload", (event) => {
      if (changed && trouble && !saved) event.preventDefault();
    });
  }
})();

// A form about several children: what is about one of them alone stands there while that one is ticked, and the sentence
// under it names whose files the text will be in.
(() => {
  "use strict";

  const sentence = document.querySelector("[data-goes-into]");
  const boxes = [...document.querySelectorAll("input[type=checkbox][name=children]")];
  if (!sentence || boxes.length === 0) return;

  function follow() {
    const names = [sentence.dataset.first];
    for (const box of boxes) {
      if (box.checked) names.push(document.querySelector(`label[for="${box.id}"]`).textContent);
      const part = document.querySelector(`[data-about="${box.value}"]`);
      if (part) part.hidden = !box.checked && ![...part.querySelectorAll("textarea, input[type=text]")].some((each) => each.value.trim());
    }
    const last = names.pop();
    const words = names.length === 0 ? `file of ${last}` : `files of ${names.join(", ")} and ${last}`;
    sentence.textContent = `This will be in the ${words}.`;
    const own = document.querySelector("[data-about]");
    const isAboutOne = names.length === 0;
    if (own && !("must" in own.dataset)) own.hidden = isAboutOne && ![...own.querySelectorAll("textarea, input[type=text]")].some((each) => each.value.trim());
    for (const several of document.querySelectorAll("[data-about-several]")) several.hidden = isAboutOne;
  }

  for (const box of boxes) box.addEventListener("change", follow);
  follow();
})();

// Files that are being sent say how far they have come; what the server answers takes this page's place.
(() => {
  "use strict";

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.enctype !== "multipart/form-data") return;
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    if (files.length === 0) return;
    event.preventDefault();
    const { submitter } = event;
    if ("isSignedOut" in form.dataset) takeUpNewSession(form).then(() => send(form, submitter));
    else send(form, submitter);
  });

  // What is sent under an ended session is lost on the way, so the new one is asked for first.
  async function takeUpNewSession(form) {
    const answer = await fetch("/drafts/token", { redirect: "manual" }).catch(() => null);
    if (!answer?.ok) return;
    form.elements.form_token.value = (await answer.json()).token;
    delete form.dataset.isSignedOut;
  }

  function send(form, submitter) {
    const form_data = new FormData(form);
    if (submitter?.name) form_data.append(submitter.name, submitter.value);
    const { bar, words } = progressOf(form);
    const buttons = [...form.querySelectorAll("button")];
    const able = (can) => {
      if (can) delete form.dataset.sent;
      for (const button of buttons) button.disabled = !can;
    };
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("X-Form-Token", form.elements.form_token.value);   // Says that a script sends it, which keeps it where it can't be taken.
    request.upload.addEventListener("progress", (sent) => {
      bar.value = sent.loaded / sent.total;
      words.textContent = `${Math.round(100 * bar.value)}% sent. Keep this page open.`;
    });
    request.upload.addEventListener("load", () => { words.textContent = "Sent. It is being checked and filed."; });
    request.addEventListener("error", () => {
      words.textContent = "Not sent: there is no connection. Nothing was filed. Try again.";
      able(true);
    });
    request.addEventListener("load", () => {
      const cameTo = new URL(request.responseURL);
      // Going there would lose what is chosen and typed here.
      if (cameTo.pathname === "/sign-in") {
        askToSignIn(form, words);
        able(true);
        return;
      }
      if (cameTo.pathname !== new URL(form.action).pathname) {
        location.assign(cameTo);
        return;
      }
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      document.title = answer.title;
      document.querySelector("main").replaceWith(answer.querySelector("main"));
      document.querySelector("[data-focus-first]")?.focus();
    });
    able(false);
    words.textContent = "Sending…";
    request.send(form_data);
  }

  function askToSignIn(form, words) {
    const link = document.createElement("a");
    link.href = "/sign-in?next=/drafts/signed-in";
    link.target = "_blank";
    link.className = "govuk-link";
    link.textContent = "Sign in in a new window";
    words.replaceChildren("Nothing was filed: you are signed out. Keep this page open. ", link, ", then press the button here again.");
    form.dataset.isSignedOut = "";
  }

  function progressOf(form) {
    let box = form.querySelector(".sf-sending");
    if (!box) {
      box = document.createElement("div");
      box.className = "sf-sending";
      const bar = document.createElement("progress");
      bar.setAttribute("aria-label", "How much has been sent");
      bar.max = 1;
      bar.value = 0;
      const words = document.createElement("p");
      words.className = "govuk-body";
      words.setAttribute("role", "status");
      box.append(bar, words);
      form.append(box);
    }
    return { bar: box.querySelector("progress"), words: box.querySelector("p") };
  }
})();
