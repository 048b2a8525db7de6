// Addresses of calendars: programs of calendars open them by a scheme of their own, and whoever has another program pastes the
// address. One listener for all, since lists are replaced under the reader's hands.
async function copy(button: HTMLButtonElement): Promise<void> {
  const part = button.closest("[data-calendar]");
  const field = part?.querySelector<HTMLInputElement>("[data-calendar-address]");
  if (!field) return;
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    const status = part?.querySelector("[role=status]");
    if (status) status.textContent = button.dataset["done"] ?? "";
  } catch {
    field.focus(); // the browser does not let us: it is selected, to be copied by hand
  }
}

export function calendarAddresses(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const button = target.closest<HTMLButtonElement>("[data-calendar-copy]");
    if (button) void copy(button);
    const link = target.closest<HTMLAnchorElement>("a[data-calendar-open]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.assign(link.href.replace(/^https?:/, "webcal:"));
  });
}
