// The ARIA combobox with a list of suggestions. The text box remains a text box: Enter searches for what is typed in it.
type Suggestion = { text: string; kind: string; count: number; target: string | null };

// A suggestion that stands for a filter sets that filter of the form instead of searching for its words.
const FILTERS: Record<string, string> = { INTEREST: "interests", DISTRICT: "districts" };
const MOST = 8;

const QUERY = "query Suggest($prefix: String!) { suggest(prefix: $prefix, first: 20) { text kind count target } }";

async function ask(prefix: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/graphql-response+json, application/json",
      "Accept-Language": document.documentElement.lang,
    },
    body: JSON.stringify({ query: QUERY, variables: { prefix } }),
    signal,
  });
  const answer = (await response.json()) as { data?: { suggest?: Suggestion[] } | null };
  return answer.data?.suggest ?? [];
}

export function suggestions(input: HTMLInputElement): void {
  const words = input.dataset;
  const kinds = (words["suggest"] ?? "").split(" ");
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggestions";
  list.role = "listbox";
  list.ariaLabel = words["label"] ?? "";
  list.hidden = true;
  const status = document.createElement("p");
  status.className = "unseen";
  status.role = "status";
  input.after(list, status);

  input.role = "combobox";
  input.autocomplete = "off";
  input.ariaAutoComplete = "list";
  input.ariaExpanded = "false";
  input.setAttribute("aria-controls", list.id);

  let found: Suggestion[] = [];
  let active = -1;
  let timer = 0;
  let running: AbortController | undefined;

  const close = () => {
    list.hidden = true;
    input.ariaExpanded = "false";
    move(-1);
  };
  const move = (to: number) => {
    active = to;
    [...list.children].forEach((option, i) => {
      option.ariaSelected = String(i === to);
      if (i === to) option.scrollIntoView({ block: "nearest" });
    });
    if (to < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${list.id}-${to}`);
  };
  const choose = (chosen: Suggestion) => {
    const form = input.form;
    const filter = FILTERS[chosen.kind];
    input.value = chosen.text;
    close();
    if (words["fills"] !== undefined) {
      // A form that is filled in and sent later.
      input.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (chosen.target?.startsWith("/")) {
      const prefix = words["prefix"] ?? "";
      location.assign(chosen.target.startsWith(`${prefix}/`) ? chosen.target : prefix + chosen.target);
    } else if (form && filter && chosen.target) {
      // The words become the filter, in place of any other of its kind: the count beside the suggestion is what will be found.
      const url = new URL(form.action);
      url.search = new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString();
      url.searchParams.delete(input.name);
      url.searchParams.set(filter, chosen.target);
      location.assign(url);
    } else {
      form?.requestSubmit();
    }
  };
  const draw = () => {
    list.replaceChildren(
      ...found.map((suggestion, i) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${i}`;
        option.role = "option";
        const text = document.createElement("span");
        text.textContent = suggestion.text;
        const kind = document.createElement("small");
        kind.textContent = words[`kind${suggestion.kind.charAt(0)}${suggestion.kind.slice(1).toLowerCase()}`] ?? "";
        // The counts are of classes, so only the form that searches those shows them.
        if (suggestion.kind in FILTERS && kinds.includes("ACTIVITY")) kind.textContent += ` · ${suggestion.count}`;
        option.append(text, " ", kind);
        // Not "click": the box would lose the focus first and close the list under the pointer.
        option.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          choose(suggestion);
        });
        return option;
      }),
    );
    move(-1);
    list.hidden = found.length === 0;
    input.ariaExpanded = String(found.length > 0);
    status.textContent = found.length ? (words["status"] ?? "").replace("%n", String(found.length)) : (words["none"] ?? "");
  };
  const refresh = async () => {
    running?.abort();
    const prefix = input.value.trim();
    if (prefix.length < 2) {
      found = [];
      status.textContent = "";
      return close();
    }
    running = new AbortController();
    try {
      const all = await ask(prefix, running.signal);
      found = all.filter((suggestion) => kinds.includes(suggestion.kind)).slice(0, MOST);
      if (document.activeElement === input) draw();
    } catch {
      // No suggestions is no harm; searching still works.
    }
  };

  input.addEventListener("input", (event) => {
    if ((event as InputEvent).isComposing) return;
    clearTimeout(timer);
    timer = window.setTimeout(refresh, 150);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const last = found.length - 1;
    const chosen = found[active];
    if (event.key === "ArrowDown") move(active >= last ? -1 : active + 1);
    else if (event.key === "ArrowUp") move(active < 0 ? last : active - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) choose(chosen);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => {
    clearTimeout(timer);
    running?.abort();
    close();
  });
}
