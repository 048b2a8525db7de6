// A page is handed on by the phone's own sheet, else by its address; and printed.

/** The page's address without what was said on it once. */
function address(): string {
  const url = new URL(location.href);
  for (const once of ["done", "of"]) url.searchParams.delete(once);
  url.hash = "";
  return url.href;
}

/** Hands on the page that is shown, and says so where the address was copied. */
export function sharing(button: HTMLButtonElement): void {
  const said = button.parentElement?.querySelector("[aria-live]");
  button.addEventListener("click", async () => {
    const url = address();
    try {
      if ("share" in navigator && matchMedia("(pointer: coarse)").matches) return await navigator.share({ title: document.title, url });
      await navigator.clipboard.writeText(url);
      if (said) said.textContent = button.dataset["share"] ?? "";
    } catch (reason) {
      // Who closes the sheet has thought better of it; where nothing may be copied, the address can be taken by hand.
      if ((reason as Error).name !== "AbortError" && said) said.textContent = url;
    }
  });
}

export function printing(button: HTMLButtonElement): void {
  button.addEventListener("click", () => print());
}
