// While somebody types a question for a debate, those that were asked before and are like it are shown below the field. Who has
// seen them needs no step in between to be asked whether it is one of them.

const SHORTEST = 10;

export function similarQuestions(form: HTMLFormElement): void {
  const [field, place] = [form.querySelector<HTMLTextAreaElement>("textarea[name=text]"), form.querySelector<HTMLElement>("[data-questions-place]")];
  if (!field || !place) return;
  let timer = 0;
  let running: AbortController | undefined;
  let compared = "";
  const look = async () => {
    const text = field.value.trim();
    if (text.length < SHORTEST) return place.replaceChildren();
    if (text === compared) return;
    running?.abort();
    running = new AbortController();
    try {
      const address = `${form.dataset["questions"]}?${new URLSearchParams({ text: text.slice(0, 500) })}`;
      const response = await fetch(address, { headers: { Accept: "text/html" }, signal: running.signal });
      if (!response.ok) return;
      const found = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-questions-found]");
      place.replaceChildren(...(found ? [...found.children].map((part) => document.importNode(part, true)) : []));
      compared = text;
    } catch {
      // Then the form takes the step in between.
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void look(), 500);
  });
  form.addEventListener("submit", (event) => {
    const button = (event as SubmitEvent).submitter;
    const goesElsewhere = button instanceof HTMLButtonElement && button.hasAttribute("formaction");
    if (!goesElsewhere && compared === field.value.trim() && form.dataset["direct"]) form.action = form.dataset["direct"];
  });
}
