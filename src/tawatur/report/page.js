(() => {
  "use strict";
  const root = document.documentElement;
  const keep = (name, value) => { try { localStorage.setItem("tawatur-" + name, value); } catch { /* private mode */ } };
  const kept = (name) => { try { return localStorage.getItem("tawatur-" + name); } catch { return null; } };

  const speak = (lang) => {
    root.lang = lang;
    root.dir = lang === "ar" ? "rtl" : "ltr";
    root.classList.toggle("ar", lang === "ar");
    root.classList.toggle("en", lang === "en");
    document.title = document.querySelector("title").dataset[lang];
  };
  if (kept("lang") === "en") speak("en");
  document.getElementById("lang").addEventListener("click", () => {
    const lang = root.lang === "ar" ? "en" : "ar";
    speak(lang);
    keep("lang", lang);
  });

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = (theme) => { root.dataset.theme = theme; };
  if (["light", "dark"].includes(kept("theme"))) paint(kept("theme"));
  document.getElementById("theme").addEventListener("click", () => {
    const now = root.dataset.theme || (dark.matches ? "dark" : "light");
    const theme = now === "dark" ? "light" : "dark";
    paint(theme);
    keep("theme", theme);
  });
  document.getElementById("print").addEventListener("click", () => print());
  // On paper nothing can be opened: what a finding, a list of names or the evidence of a copy holds back is printed too.
  const unfolded = [];
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details:not([open]):not(.full):not(.voice)")) {
      part.open = true;
      unfolded.push(part);
    }
  });
  addEventListener("afterprint", () => { while (unfolded.length) unfolded.pop().open = false; });

  const lit = [];
  const dim = () => { while (lit.length) lit.pop().classList.remove("hit"); };
  const reveal = (target, to) => {
    for (let up = target; up; up = up.parentElement) if (up.localName === "details") up.open = true;
    dim();
    const spot = /^a-\d+-(\d+)$/.exec(target.id);
    if (spot) {
      // Pieces of the text follow one another; count characters (code points, as the offsets do) up to the end.
      let left = Number(to || target.dataset.to) - Number(spot[1]);
      for (let node = target; node && left > 0; node = node.nextSibling) {
        let piece = node;
        if (node.nodeType === Node.TEXT_NODE) {
          piece = document.createElement("span");
          node.replaceWith(piece);
          piece.append(node);
        }
        left -= [...piece.textContent].length;
        piece.classList.add("hit");
        lit.push(piece);
        node = piece;
      }
    }
    document.getElementById("say").textContent = lit.map((piece) => piece.textContent).join("");
    target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
    // What was not laid out before may have another height than was guessed: look again once it is.
    const show = () => target.scrollIntoView({ block: spot ? "center" : "start" });
    let again = 6;
    const settle = () => { show(); if (--again) requestAnimationFrame(settle); };
    settle();
  };

  const back = document.getElementById("back");
  let from = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const target = named(link.getAttribute("href"));
    if (!target) return;
    event.preventDefault();
    if (/^a-\d+/.test(target.id)) {
      from = { link, y: scrollY };
      back.hidden = false;
    }
    history.pushState(null, "", "#" + target.id);
    reveal(target, link.dataset.to);
  });
  const goBack = () => {
    dim();
    back.hidden = true;
    if (!from) return;
    scrollTo({ top: from.y });
    from.link.focus({ preventScroll: true });
    from = null;
  };
  back.addEventListener("click", goBack);
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !back.hidden) goBack(); });
  const named = (hash) => { try { return document.getElementById(decodeURIComponent(hash.slice(1))); } catch { return null; } };
  const follow = () => {
    const target = location.hash.length > 1 && named(location.hash);
    if (target) reveal(target);
  };
  addEventListener("popstate", follow);
  follow();

  const filter = document.getElementById("filter");
  if (filter) filter.addEventListener("input", () => {
    const words = filter.value.trim().toLowerCase().split(/\s+/);
    for (const art of document.querySelectorAll(".art")) {
      const text = (art.querySelector("h3").textContent + " " + art.querySelector(".meta").textContent).toLowerCase();
      art.hidden = !words.every((word) => text.includes(word));
    }
  });
})();
