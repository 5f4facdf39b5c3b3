// Runs on each page that `dualpress serve` shows, and stands on none that it builds: loads the
// page again when the site changes, tells what went wrong with a build, goes to block 7 at `#7`,
// and names the PO entries of a block that is clicked.
//
// Nothing is made of strings of HTML and nothing is styled inline, so that it works under any
// content security policy that allows the page's own origin.
"use strict";

(() => {
  const script = document.currentScript;
  const { content, click } = script.dataset;
  const addresses = Object.entries(JSON.parse(script.dataset.addresses));
  const home = new URL(".", script.src);
  script.remove(); // the page is again what stands on disk, `:last-child` and all

  // --- Boxes ---------------------------------------------------------------------------------

  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const host = make("div");
  const shadow = host.attachShadow({ mode: "open" });
  const style = make("link", { rel: "stylesheet", href: new URL("client.css", home).href });
  // A box without its style stands at the end of the page, and the browser scrolls there.
  const styled = new Promise((resolve) => {
    style.addEventListener("load", resolve);
    style.addEventListener("error", resolve);
  });
  shadow.append(style);

  const openBox = async (className, title, items, isModal) => {
    if (!host.isConnected) document.documentElement.append(host);
    await styled;
    closeBox();
    const close = make("button", { type: "button", className: "close", textContent: "Close" });
    const heading = make("h2", { id: "title", textContent: title });
    const box = make("dialog", { className, lang: "en" }, heading, make("ul", {}, ...items), close);
    box.setAttribute("aria-labelledby", "title");
    close.addEventListener("click", closeBox);
    shadow.append(box);
    if (isModal) box.showModal();
    else box.show();
  };

  const closeBox = () => shadow.querySelector("dialog")?.remove();

  // --- The state of the site -----------------------------------------------------------------

  const problemItem = ({ where, cause, hint }) => {
    const item = make("li");
    if (where) item.append(make("p", {}, make("code", { textContent: where })));
    item.append(make("p", { textContent: `${cause}.` }));
    if (hint) item.append(make("p", { textContent: hint }));
    return item;
  };

  const showProblems = (problems) => {
    if (problems.length) {
      const title = "Something could not be built; it is shown as it was before";
      openBox("problems", title, problems.map(problemItem), true);
    } else if (shadow.querySelector("dialog.problems")) {
      closeBox();
    }
  };

  let stream = null;

  const listen = () => {
    // A browser has six connections to one server; tabs in the background leave theirs.
    if (stream || document.hidden) return;
    stream = new EventSource(new URL("events", home));
    stream.addEventListener("message", (event) => {
      const state = JSON.parse(event.data);
      if (state.content !== content) location.reload();
      else showProblems(state.problems);
    });
    stream.addEventListener("error", () => {
      if (stream?.readyState !== EventSource.CLOSED) return; // it tries again by itself
      rest();
      setTimeout(listen, 2000);
    });
  };

  const rest = () => {
    stream?.close();
    stream = null;
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();

  // --- Links ---------------------------------------------------------------------------------

  // A link to the published site leads to the same page here; the longest address has it.
  addresses.sort(([one], [other]) => other.length - one.length);

  const localise = (event) => {
    const link = event.target.closest?.("a[href]");
    const [address, path] = addresses.find(([start]) => link?.href?.startsWith?.(start)) ?? [];
    if (address) link.href = new URL(path + link.href.slice(address.length), home).href;
  };

  addEventListener("click", localise, true);
  addEventListener("auxclick", localise, true);

  // --- Blocks --------------------------------------------------------------------------------

  const goToBlock = () => {
    const number = /^#(\d+)$/.exec(location.hash)?.[1];
    if (!number || document.getElementById(number)) return; // the page's own place
    const blocks = [...document.querySelectorAll("[data-dp]")];
    // A paragraph without an element of its own follows the last one that has.
    const before = blocks.filter((block) => Number(block.dataset.dp) <= Number(number));
    const last = Math.max(...before.map((block) => Number(block.dataset.dp)));
    const block = before.find((one) => Number(one.dataset.dp) === last);
    block?.scrollIntoView();
    block?.animate({ outline: ["3px solid", "3px solid transparent"] }, 2000);
  };

  const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
  if (!isReload) {
    goToBlock();
    addEventListener("load", goToBlock); // pictures have moved it
  }
  addEventListener("hashchange", goToBlock);

  const isAsked = (event) => {
    if (event.altKey) return true;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
    const isUsed = event.target.closest("a, button, input, label, select, summary, textarea");
    return click === "plain" && isPlain && !isUsed && getSelection().isCollapsed;
  };

  const copy = async (text, code, button) => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
  };

  const entryItem = ({ place, source, language, status }) => {
    const code = make("code", { textContent: place });
    const button = make("button", { type: "button", textContent: "Copy" });
    button.addEventListener("click", () => copy(place, code, button));
    const state = make("span", { className: "status", textContent: status });
    return make("li", {}, make("p", { lang: language, textContent: source }), code, button, state);
  };

  // The text at a place: paragraphs that `<br>` parts are in one element.
  const textAt = ({ clientX, clientY }) => {
    const place = document.caretPositionFromPoint?.(clientX, clientY);
    const node = place?.offsetNode ?? document.caretRangeFromPoint?.(clientX, clientY)?.startContainer;
    return node?.nodeType === Node.TEXT_NODE ? node.data.trim().slice(0, 1000) : "";
  };

  const nameEntries = async (number, text) => {
    const address = new URL("entries", home);
    address.search = new URLSearchParams({ page: location.pathname, block: number, text });
    const answer = await (await fetch(address)).json();
    const items = answer.entries?.map(entryItem) ?? [make("li", { textContent: answer.error })];
    if (!items.length) items.push(make("li", { textContent: "It has nothing to translate." }));
    const title = answer.article ? `Block ${answer.block} of ${answer.article}` : `Block ${number}`;
    openBox("entries", title, items);
  };

  document.addEventListener(
    "click",
    (event) => {
      const block = event.target.closest?.("[data-dp]");
      if (!block || !isAsked(event)) return;
      event.preventDefault();
      event.stopPropagation();
      nameEntries(block.dataset.dp, textAt(event));
    },
    true,
  );

  addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeBox();
  });
})();
