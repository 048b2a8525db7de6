// An institution that is picked by its name. Without this the server shows a list of those that bear it.
type Found = { id: string; name: string };

const QUERY = "query Pick($name: String!) { institutions(query: $name, first: 20) { nodes { id name } } }";

async function named(name: string): Promise<Found[]> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query: QUERY, variables: { name } }),
  });
  const answer = (await response.json()) as { data?: { institutions?: { nodes: Found[] } } | null };
  return (answer.data?.institutions?.nodes ?? []).filter((found) => found.name === name);
}

export function picks(input: HTMLInputElement): void {
  const { form } = input;
  const field = input.dataset["fills"];
  if (!form || !field) return;
  const kept = (name: string) => form.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`);
  const keep = (name: string, value: string) => {
    let hidden = kept(name);
    if (!hidden) {
      hidden = document.createElement("input");
      hidden.type = "hidden";
      hidden.name = name;
      form.append(hidden);
    }
    hidden.value = value;
  };
  const look = async (name: string) => {
    const found = await named(name).catch(() => []);
    const [only, another] = found;
    // Of several that bear the name the server asks which one is meant.
    if (!only || another || input.value.trim() !== name) return;
    for (const radio of form.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${field}"]`)) radio.disabled = true;
    keep(field, only.id);
    keep(`${field}Picked`, name);
  };

  let looking: Promise<void> | undefined;
  input.addEventListener("change", () => {
    const name = input.value.trim();
    if (!name || kept(`${field}Picked`)?.value === name) return;
    const mine = look(name).finally(() => {
      if (looking === mine) looking = undefined;
    });
    looking = mine;
  });
  // Whoever sends the form at once waits for what was just chosen.
  form.addEventListener("submit", (event) => {
    if (!looking) return;
    event.preventDefault();
    const { submitter } = event;
    void looking.then(() => form.requestSubmit(submitter));
  });
}
