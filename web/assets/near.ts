// "Use my location" asks the browser only when pressed, and sends the server no more than about a hundred metres of precision.
export function nearMe(button: HTMLButtonElement): void {
  const form = button.form;
  const place = form?.elements.namedItem("near");
  const lat = form?.elements.namedItem("lat");
  const lon = form?.elements.namedItem("lon");
  if (!navigator.geolocation || !(place instanceof HTMLInputElement)) return;
  if (!(lat instanceof HTMLInputElement) || !(lon instanceof HTMLInputElement)) return;
  const status = button.parentElement?.querySelector("[role=status]");
  const say = (text: string | undefined) => {
    if (status) status.textContent = text ?? "";
  };
  const unnamed = place.placeholder;

  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    say(button.dataset["working"]);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        lat.value = coords.latitude.toFixed(3);
        lon.value = coords.longitude.toFixed(3);
        lat.disabled = lon.disabled = button.disabled = false;
        place.value = "";
        place.placeholder = button.dataset["mine"] ?? "";
        say(button.dataset["done"]);
      },
      () => {
        button.disabled = false;
        say(button.dataset["failed"]);
        place.focus();
      },
      { maximumAge: 300_000, timeout: 10_000 },
    );
  });
  // Whoever types a place means that place.
  place.addEventListener("input", () => {
    lat.value = lon.value = "";
    lat.disabled = lon.disabled = true;
    place.placeholder = unnamed;
    say("");
  });
}
