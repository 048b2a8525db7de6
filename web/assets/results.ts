// A changed filter refreshes the results in place. The page asked for is the one the form would have gone to, and what the
// reader holds (the focus, the open groups, the scroll) stays where it was.
export function liveResults(form: HTMLFormElement): void {
  const status = document.getElementById("results-status");
  let running: AbortController | undefined;
  let shown = location.search;

  const address = (): URL => {
    const url = new URL(form.action);
    // FormData of a form fires "formdata", which drops the empty fields.
    url.search = new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();
    return url;
  };

  const show = async (url: URL): Promise<void> => {
    running?.abort();
    running = new AbortController();
    document.documentElement.setAttribute("data-busy", "");
    try {
      const response = await fetch(url, { headers: { Accept: "text/html" }, signal: running.signal });
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const fresh = page.querySelectorAll("[data-live]");
      if (!response.ok || fresh.length === 0) throw new Error("not a page of results");
      swap(fresh);
      document.title = page.title;
      for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-lang]")) {
        const other = page.querySelector<HTMLAnchorElement>(`a[data-lang="${link.dataset["lang"]}"]`);
        if (other) link.href = other.getAttribute("href") ?? link.href;
      }
      history.pushState(null, "", url);
      shown = url.search;
      if (status) status.textContent = document.getElementById("results-count")?.textContent?.trim().replace(/\s+/g, " ") ?? "";
    } catch (reason) {
      if ((reason as Error).name === "AbortError") return;
      location.assign(url); // whatever went wrong, the browser's own navigation says it better
    }
    document.documentElement.removeAttribute("data-busy");
  };

  document.addEventListener("change", (event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    // The words at the top wait for the button; the filters do not.
    if (field.form === form && !form.contains(field)) void show(address());
  });
  // Going back asks the server again; a jump within the page (a skip link, an error's link) does not.
  addEventListener("popstate", () => {
    if (location.search !== shown) location.reload();
  });
}

function swap(fresh: NodeListOf<Element>): void {
  const focused = document.activeElement?.id;
  const open = new Set([...document.querySelectorAll<HTMLDetailsElement>("[data-live] details[open]")].map((d) => d.id));
  for (const part of fresh) document.getElementById(part.id)?.replaceWith(document.importNode(part, true));
  for (const details of document.querySelectorAll<HTMLDetailsElement>("[data-live] details")) {
    if (open.has(details.id)) details.open = true;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}
