// dualpress: the links of the language switcher lead to the paragraph being
// read, and come to a reader who scrolls back towards them; a shortcut follows
// them; the language that was chosen is remembered and marked, and nobody is
// sent anywhere unasked. Without this file the links lead to the top of the
// other version.
"use strict";

(() => {
  const { follow, remember, shortcut } = document.currentScript.dataset;
  const root = document.documentElement;
  const STORED = "dualpress-language";
  const FRAGMENT = /^#dp-([1-9][0-9]*)$/;
  const ASIDE = "nav, aside, footer, dialog, [role=navigation], [role=complementary], [role=contentinfo]";

  /** How far the page was scrolled when it was put where its address says. */
  let landed = null;

  function view() {
    const inset = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
    const range = root.scrollHeight - root.clientHeight;
    return { inset, height: root.clientHeight - inset, range };
  }

  // Where a reader's eye is taken to be in a page scrolled so far: a third down
  // the window, but at its top at the start of the page, and at its foot at the
  // end. It only moves on as the page does, so that every block has one place.
  function eye(scrolled, { inset, height, range }) {
    const fromStart = Math.min(scrolled / height, 1 / 3);
    const toEnd = 1 - (range - scrolled) / height;
    return inset + height * Math.max(fromStart, toEnd);
  }

  /** How far the page is scrolled when what stands at an offset of it is under the eye. */
  function scrolledTo(offset) {
    const sizes = view();
    let [low, high] = [0, Math.max(sizes.range, 0)];
    while (high - low > 0.5) {
      const middle = (low + high) / 2;
      if (middle + eye(middle, sizes) < offset) low = middle;
      else high = middle;
    }
    return high;
  }

  function blockBeingRead() {
    if (scrollY <= 0) return null;
    const line = eye(scrollY, view());
    let best = null;
    for (const block of document.querySelectorAll("[data-dp]")) {
      const box = block.getBoundingClientRect();
      if (!box.height || box.top > line + 1 || block.closest(ASIDE)) continue;
      const found = { block, top: box.top, width: box.width, isUnder: box.bottom > line };
      if (!best || isNearer(found, best)) best = found;
    }
    return best && best.block;
  }

  /** Under the eye before above it; of blocks beside each other the widest, else the lowest. */
  function isNearer(one, two) {
    if (one.isUnder !== two.isUnder) return one.isUnder;
    if (one.isUnder && one.width !== two.width) return one.width > two.width;
    return one.top >= two.top;
  }

  function placeOf(block) {
    const fragment = `dp-${block.dataset.dp}`;
    // An element of the page's own may have that name, and then the browser goes there.
    const own = document.getElementById(fragment);
    return own && own !== block ? "" : `#${fragment}`;
  }

  function land() {
    const found = FRAGMENT.exec(location.hash);
    const block = found && document.querySelector(`[data-dp="${found[1]}"]`);
    if (!block || !placeOf(block) || !block.getClientRects().length) return;
    const top = block.getBoundingClientRect().top + scrollY;
    scrollTo({ top: scrolledTo(top), behavior: "instant" });
    landed = scrollY;
    focusOn(block);
  }

  /** Let the keyboard and a screen reader go on from a block that takes no focus of its own. */
  function focusOn(block) {
    if (!block.hasAttribute("tabindex")) {
      block.setAttribute("tabindex", "-1");
      block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
    }
    block.focus({ preventScroll: true });
  }

  function aim(link) {
    const block = blockBeingRead();
    link.hash = block ? placeOf(block) : "";
  }

  function store(language) {
    try {
      localStorage.setItem(STORED, language);
    } catch {
      // The reader allows no storage, and is not asked for it.
    }
  }

  function stored() {
    try {
      return localStorage.getItem(STORED);
    } catch {
      return null;
    }
  }

  function isShortcut(event, keys) {
    const wanted = new Set(keys);
    const isHeld = ["Alt", "Control", "Meta", "Shift"].every(
      (name) => event.getModifierState(name) === wanted.has(name),
    );
    // By place on the keyboard: in a Hindi layout the letter is another one.
    return isHeld && event.code === keys[keys.length - 1] && !event.getModifierState("AltGraph");
  }

  function isTyping({ target }) {
    return target.isContentEditable || Boolean(target.closest?.("input, select, textarea"));
  }

  /** Bring the switcher to a reader in the middle of a page: at its top it would cost the place. */
  function followReader(nav) {
    let before = scrollY;
    new IntersectionObserver(([entry]) => {
      const { bottom, height } = entry.boundingClientRect;
      const isAway = !entry.isIntersecting && height > 0 && bottom <= 0;
      // What follows the switcher stays where it is.
      nav.style.minHeight = isAway ? `${nav.offsetHeight}px` : "";
      nav.classList.toggle("dp-away", isAway);
    }).observe(nav);
    addEventListener("scroll", () => {
      const step = scrollY - before;
      if (Math.abs(step) < 4) return;
      // Who has just come by it may want to go back by it.
      nav.classList.toggle("dp-near", step < 0 || scrollY === landed);
      before = scrollY;
    }, { passive: true });
  }

  const links = [...document.querySelectorAll(".dp-switch a, .dp-choice a")];
  const others = links.filter((link) => link.hreflang && !link.hasAttribute("aria-current"));

  for (const link of links.filter((one) => !one.hasAttribute("aria-current"))) {
    // Before the browser reads the address: for a click, another tab, or the menu of the link.
    for (const name of ["pointerdown", "focus", "click"]) {
      link.addEventListener(name, () => aim(link));
    }
  }

  const nav = document.querySelector(".dp-switch");
  if (nav && follow !== undefined) followReader(nav);

  if (remember !== undefined) {
    for (const link of links) {
      if (link.hreflang) link.addEventListener("click", () => store(link.hreflang));
    }
    for (const link of others) link.classList.toggle("dp-remembered", link.hreflang === stored());
  }

  if (shortcut && others.length === 1) {
    const keys = shortcut.split("+").map((key) => (/^[A-Z]$/.test(key) ? `Key${key}` : key));
    others[0].setAttribute("aria-keyshortcuts", shortcut);
    document.addEventListener("keydown", (event) => {
      if (event.repeat || !isShortcut(event, keys) || isTyping(event)) return;
      event.preventDefault();
      others[0].click();
    });
  }

  land();
  // Pictures and fonts that came later may have moved the block.
  addEventListener("load", () => scrollY === landed && land(), { once: true });
  addEventListener("hashchange", land);
})();
