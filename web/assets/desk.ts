// What the editors' desk does more with a script: forms remember what was typed, show what may be the same while one types, mark the
// words that differ, and the queue answers to keys.

const KEPT_DAYS = 14;
const MOST_WORDS = 400;
// What is kept in a form's hidden fields and belongs to what was typed: an institution that was picked.
const PICKED = ["institution", "institutionPicked"];
// What tells an entry from others; the rest need not be sent to find what may be the same.
const TELLING = ["kind", "entry", "title", "name", "provider", "institutionName", ...PICKED, "street", "building", "postalCode", "city", "district"];

type Kept = { at: number; fields: [string, string][] };

const keyOf = (draft: string): string => `tablica.draft.${draft}`;

function typed(form: HTMLFormElement): [string, string][] {
  const fields: [string, string][] = [];
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name);
    const isHidden = field instanceof HTMLInputElement && field.type === "hidden" && !PICKED.includes(name);
    if (typeof value === "string" && value !== "" && !isHidden) fields.push([name, value]);
  }
  return fields;
}

function fill(form: HTMLFormElement, fields: [string, string][]): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
      field.checked = values.get(field.name)?.includes(field.value) ?? false;
      if (field.checked) field.closest("details")?.setAttribute("open", "");
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      const value = values.get(field.name)?.[0] ?? "";
      if (field instanceof HTMLInputElement && field.type === "hidden") continue;
      field.value = value;
      if (value) field.closest("details")?.setAttribute("open", "");
    }
  }
  for (const name of PICKED) {
    for (const field of form.querySelectorAll(`input[type=hidden][name=${name}]`)) field.remove();
    const value = values.get(name)?.[0];
    if (value === undefined) continue;
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", name, value];
    form.append(field);
  }
}

/** What somebody types waits in this browser until it is sent: they may have to sign in first. */
function keepDraft(form: HTMLFormElement, draft: string): void {
  const key = keyOf(draft);
  const note = document.querySelector<HTMLElement>("[data-draft-restored]");
  const initial = typed(form);
  let kept: Kept | undefined;
  try {
    kept = JSON.parse(localStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return; // storage is off, or not ours
  }
  const isRecent = kept !== undefined && Date.now() - kept.at < KEPT_DAYS * 86_400_000;
  if (kept && isRecent && form.dataset["draftFresh"] === undefined && JSON.stringify(kept.fields) !== JSON.stringify(initial)) {
    fill(form, kept.fields);
    if (note) note.hidden = false;
  }
  note?.querySelector("[data-draft-forget]")?.addEventListener("click", () => {
    localStorage.removeItem(key);
    fill(form, initial);
    note.hidden = true;
    form.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
  });
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: typed(form) } satisfies Kept));
    } catch {
      // Storage is full or off: the form still works.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, 300);
  });
  form.addEventListener("submit", keep);
}

/** "Is it one of these?", while somebody types. */
function showSimilar(form: HTMLFormElement, address: string): void {
  const place = form.querySelector<HTMLElement>("[data-similar-place]");
  if (!place) return;
  let timer = 0;
  let running: AbortController | undefined;
  let asked = "";
  const look = async () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (TELLING.includes(name) && typeof value === "string" && value) query.append(name, value);
    }
    const named = (query.get("title") ?? query.get("name") ?? "").trim();
    if (named.length < 4) return place.replaceChildren();
    if (query.toString() === asked) return;
    asked = query.toString();
    running?.abort();
    running = new AbortController();
    try {
      const response = await fetch(`${address}?${query}`, { headers: { Accept: "text/html" }, signal: running.signal });
      if (!response.ok) return;
      const found = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-similar-found]");
      place.replaceChildren(...(found ? [document.importNode(found, true)] : []));
    } catch {
      // Nothing found is no harm: the editors look, too.
    }
  };
  form.addEventListener("input", (event) => {
    if (!TELLING.includes((event.target as HTMLInputElement).name)) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), 500);
  });
  void look();
}

/** Which words of two texts are in both, in order: a longest common subsequence. */
function common(before: string[], after: string[]): [Set<number>, Set<number>] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i]![j] = before[i] === after[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const [inBefore, inAfter] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) {
      inBefore.add(i++);
      inAfter.add(j++);
    } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++;
    else j++;
  }
  return [inBefore, inAfter];
}

function marked(words: string[], kept: Set<number>, tag: "del" | "ins"): Node[] {
  const nodes: Node[] = [];
  for (let i = 0; i < words.length; ) {
    const isKept = kept.has(i);
    let text = "";
    for (; i < words.length && kept.has(i) === isKept; i++) text += words[i];
    if (isKept || !text.trim()) nodes.push(document.createTextNode(text));
    else {
      const mark = document.createElement(tag);
      mark.textContent = text;
      nodes.push(mark);
    }
  }
  return nodes;
}

/** Of two versions of a text, only the words that differ are marked. Without a script all of it is. */
function markWords(row: HTMLElement): void {
  const [before, after] = [row.querySelector<HTMLElement>("[data-diff-old]"), row.querySelector<HTMLElement>("[data-diff-new]")];
  if (!before || !after) return;
  const words = (element: HTMLElement) => (element.textContent ?? "").match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
  const [old, fresh] = [words(before), words(after)];
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) return;
  const [inOld, inFresh] = common(old, fresh);
  // Texts that share hardly more than spaces are two different texts.
  if ([...inOld].filter((i) => old[i]!.trim()).length * 3 < Math.min(old.length, fresh.length)) return;
  for (const [element, all, kept, tag] of [[before, old, inOld, "del"], [after, fresh, inFresh, "ins"]] as const) {
    const text = document.createElement("span");
    text.append(...marked(all, kept, tag));
    element.replaceWith(text);
  }
}

/** Keys of the queue and of a proposal in it. None acts while somebody types. */
function keys(help: HTMLDetailsElement): void {
  help.hidden = false;
  const rows = [...document.querySelectorAll<HTMLElement>("[data-queue-row]")];
  const link = (row: HTMLElement | undefined) => row?.querySelector<HTMLAnchorElement>("[data-queue-open]") ?? undefined;
  const box = (row: HTMLElement | undefined) => row?.querySelector<HTMLInputElement>("input[type=checkbox]") ?? undefined;
  const current = () => rows.find((row) => row.hasAttribute("data-current"));
  const follow = (selector: string) => document.querySelector<HTMLAnchorElement>(selector)?.click();
  const moveTo = (row: HTMLElement | undefined) => {
    if (!row) return;
    for (const other of rows) other.toggleAttribute("data-current", other === row);
    link(row)?.focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const move = (by: 1 | -1) => {
    if (rows.length === 0) return follow(by > 0 ? "[data-ruling-next]" : "[data-ruling-list]");
    const at = rows.findIndex((row) => row.hasAttribute("data-current"));
    moveTo(rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]);
  };
  const isSomeChosen = () => rows.some((row) => box(row)?.checked);
  const acts: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    x: () => box(current())?.click(),
    a: () => {
      const button = document.querySelector<HTMLButtonElement>("[data-ruling-approve], [data-bulk-approve]");
      const own = box(current());
      if (rows.length > 0 && !isSomeChosen()) {
        if (!own) return;
        own.checked = true;
      }
      button?.click();
    },
    z: () => {
      const reason = document.querySelector<HTMLTextAreaElement>("textarea#reason");
      const own = link(current());
      if (rows.length > 0 && !isSomeChosen()) {
        if (own) location.assign(`${own.href}#reason`);
        return;
      }
      reason?.closest("details")?.setAttribute("open", "");
      reason?.focus();
    },
    "?": () => {
      help.open = !help.open;
      if (help.open) help.querySelector("summary")?.focus();
    },
  };
  for (const row of rows) row.addEventListener("focusin", () => rows.forEach((other) => other.toggleAttribute("data-current", other === row)));
  document.addEventListener("keydown", (event) => {
    const target = event.target as Element;
    const isTyping = target.closest("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])") !== null;
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

export function desk(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) keepDraft(form, form.dataset["draft"] ?? "");
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-similar]")) showSimilar(form, form.dataset["similar"] ?? "");
  const done = document.querySelector<HTMLElement>("[data-draft-done]");
  if (done?.dataset["draftDone"] && new URLSearchParams(location.search).has("done")) localStorage.removeItem(keyOf(done.dataset["draftDone"]));
  for (const row of document.querySelectorAll<HTMLElement>("[data-diff]")) markWords(row);
  const help = document.querySelector<HTMLDetailsElement>("[data-keys]");
  if (help) keys(help);
  if (location.hash === "#reason") document.querySelector<HTMLElement>("textarea#reason")?.focus();
}
