// The banner of alerts: what has expired leaves by itself, and what is new comes to a page that lies open. A page that nobody
// looks at asks for nothing.

const EVERY = 60_000;
// Longer timers wrap around (setTimeout keeps 31 bits).
const LONGEST = 0x7fff_ffff;

/** Milliseconds until an alert has expired, by this browser's clock. */
const leftOf = (line: HTMLElement): number => Date.parse(line.dataset["expires"] ?? "") - Date.now();

export function alertBanner(banner: HTMLElement): void {
  let timer = 0;
  let asked = Date.now();

  const expire = () => {
    let next = Infinity;
    for (const line of banner.querySelectorAll<HTMLElement>("[data-expires]")) {
      const left = leftOf(line);
      if (left <= 0) line.remove();
      else if (left < next) next = left;
    }
    banner.hidden = banner.querySelector("[data-alert]") === null;
    clearTimeout(timer);
    if (next < LONGEST) timer = window.setTimeout(expire, next + 500);
  };

  const ask = async () => {
    asked = Date.now();
    try {
      const response = await fetch(banner.dataset["alertBanner"] ?? "", { headers: { Accept: "text/html" } });
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelector<HTMLElement>("[data-alert-banner]");
      if (!fresh) return;
      const ids = (of: HTMLElement) => new Set([...of.querySelectorAll<HTMLElement>("[data-alert]")].map((line) => line.dataset["alert"]));
      const known = ids(banner);
      const told = [...fresh.querySelectorAll<HTMLElement>("[data-alert]")].filter((line) => leftOf(line) > 0);
      const lines = told.map((line) => document.importNode(line, true));
      if (lines.length === known.size && lines.every((line) => known.has(line.dataset["alert"]))) return;
      // Only what was not there before is read out.
      for (const line of lines) if (!known.has(line.dataset["alert"])) line.setAttribute("role", "alert");
      banner.hidden = lines.length === 0;
      banner.replaceChildren(...lines);
      expire();
    } catch {
      // Without a connection the page stays as it was; the next minute asks again.
    }
  };

  expire();
  const look = () => {
    if (document.visibilityState === "visible" && Date.now() - asked >= EVERY - 1000) void ask();
  };
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
}
