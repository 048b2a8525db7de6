// The form of an event answers what it can by itself: an event lasts an hour, and what repeats every week does so on the day of its
// first date, until somebody says otherwise.
const MINUTES_A_DAY = 24 * 60;
const LASTS_MINUTES = 60;
const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function minutes(time: string): number | undefined {
  const [hours, rest] = time.split(":").map(Number);
  return hours === undefined || rest === undefined || Number.isNaN(hours + rest) ? undefined : hours * 60 + rest;
}

function time(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export function eventForm(part: HTMLElement): void {
  const field = (name: string) => part.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const [day, starts, lastDay, ends] = [field("starts"), field("startsTime"), field("ends"), field("endsTime")];
  const otherDay = part.querySelector<HTMLInputElement>("[data-other-day]");
  if (!day || !starts || !ends || !lastDay || !otherDay) return;

  // The end goes along with the beginning, as far behind it as it was.
  let lasts = LASTS_MINUTES;
  const measure = () => {
    const [from, to] = [minutes(starts.value), minutes(ends.value)];
    if (from !== undefined && to !== undefined && to > from) lasts = to - from;
  };
  measure();
  ends.addEventListener("change", measure);
  starts.addEventListener("change", () => {
    const from = minutes(starts.value);
    if (from === undefined || otherDay.checked) return;
    ends.value = from + lasts < MINUTES_A_DAY ? time(from + lasts) : "";
  });
  // Whoever says only at what time it ends means the day on which it starts.
  part.closest("form")?.addEventListener("formdata", ({ formData }) => {
    if (!otherDay.checked) formData.set(lastDay.name, ends.value ? day.value : "");
  });

  const weekdays = [...part.querySelectorAll<HTMLInputElement>('input[name="repeatDays"]')];
  let ticked: string | undefined;
  const follow = () => {
    const first = day.valueAsDate;
    const repeats = part.querySelector<HTMLInputElement>('input[name="repeats"]:checked')?.value;
    const chosen = weekdays.filter((box) => box.checked).map((box) => box.value);
    const isOurs = chosen.length === 0 || (chosen.length === 1 && chosen[0] === ticked);
    if (!first || !isOurs || (repeats !== "week" && repeats !== "fortnight")) return;
    ticked = WEEKDAYS[first.getUTCDay()];
    for (const box of weekdays) box.checked = box.value === ticked;
  };
  day.addEventListener("change", () => {
    // Nothing that repeats ends before it begins.
    for (const name of ["ends", "repeatUntil"]) field(name)?.setAttribute("min", day.value);
    follow();
  });
  for (const radio of part.querySelectorAll<HTMLInputElement>('input[name="repeats"]')) radio.addEventListener("change", follow);
}
