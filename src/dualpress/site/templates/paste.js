(() => {
  "use strict";
  const said = document.getElementById("said");
  const frame = document.getElementById("preview");
  const field = (name) => document.getElementById(`field-${name}`);
  const shown = () => frame.contentDocument.body;

  // Categories and tags go into one line: the boxes for them part them at commas.
  const text = (name) =>
    field(name).dataset.list === undefined
      ? field(name).value
      : field(name).value.split("\n").join(", ");
  const parts = (name) =>
    name === "rich"
      ? { "text/html": field("body").value, "text/plain": shown().innerText }
      : { "text/plain": text(name) };

  async function byClipboard(wanted) {
    if (!navigator.clipboard?.write || typeof ClipboardItem === "undefined") return false;
    try {
      const blobs = Object.entries(wanted).map(([type, content]) => [type, new Blob([content], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      return true;
    } catch {
      return false; // not allowed on this page, or by this browser
    }
  }

  // For pages that a browser does not trust with the clipboard, such as files.
  function byCommand(wanted) {
    let done = false;
    const fill = (event) => {
      for (const [type, content] of Object.entries(wanted)) event.clipboardData.setData(type, content);
      event.preventDefault();
      done = true;
    };
    document.addEventListener("copy", fill, { once: true });
    try {
      document.execCommand("copy");
    } finally {
      document.removeEventListener("copy", fill);
    }
    return done;
  }

  function select(name) {
    if (name === "rich") {
      frame.focus();
      frame.contentWindow.getSelection().selectAllChildren(shown());
    } else {
      field(name).focus();
      field(name).select();
    }
  }

  function tell(button, message) {
    said.textContent = `${button.getAttribute("aria-label")}: ${message}`;
    for (const other of document.querySelectorAll("button.done")) other.classList.remove("done");
  }

  async function copy(button) {
    const name = button.dataset.copy;
    const wanted = parts(name);
    if ((await byClipboard(wanted)) || (select(name), byCommand(wanted))) {
      tell(button, "copied · कॉपी हो गया");
      button.classList.add("done");
    } else {
      select(name);
      tell(button, "selected; press Ctrl+C, or ⌘C on a Mac · चुन लिया गया है, अब Ctrl+C दबाएं (मैक पर ⌘C)");
    }
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  for (const area of document.querySelectorAll("textarea")) {
    area.addEventListener("click", () => area.select());
  }
})();
