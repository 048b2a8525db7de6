// Everything here is an improvement of a page that already works: no feature exists only in this file.
import "./app.css";
import "./forms.css";
import "./account.css";
import "./reviews.css";
import "./desk.css";
import "./events.css";
import "./media.css";
import "./news.css";
import "./safety.css";
import "./debates.css";
import "./notifications.css";
import "./announcements.css";
import { alertBanner } from "./alerts";
import { calendarAddresses } from "./calendar";
import { desk } from "./desk";
import { eventForm } from "./event_form";
import { bell } from "./live";
import { liveResults } from "./results";
import { nearMe } from "./near";
import { picks } from "./pick";
import { pushEndsWithSession, pushSwitch } from "./push";
import { similarQuestions } from "./questions";
import { suggestions } from "./suggest";
import { printing, sharing } from "./tools";

document.documentElement.classList.add("js");

// On a phone the menu is swiped; where one is should be in sight.
const here = document.querySelector<HTMLElement>(".menu [aria-current]");
const swiped = here?.closest("ul");
if (here && swiped && swiped.scrollWidth > swiped.clientWidth) {
  const from = here.getBoundingClientRect().left - swiped.getBoundingClientRect().left;
  swiped.scrollLeft += from - (swiped.clientWidth - here.offsetWidth) / 2;
}

// A form that searches sends only what somebody filled in, so that addresses stay short enough to share.
document.addEventListener("formdata", ({ formData, target }) => {
  if (!(target instanceof HTMLFormElement) || target.method !== "get") return;
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name).filter((value) => value !== "");
    formData.delete(name);
    for (const value of values) formData.append(name, value);
  }
});

for (const input of document.querySelectorAll<HTMLInputElement>("input[data-suggest]")) suggestions(input);
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-fills]")) picks(input);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-near-me]")) nearMe(button);
for (const part of document.querySelectorAll<HTMLElement>("[data-event-form]")) eventForm(part);
for (const banner of document.querySelectorAll<HTMLElement>("[data-alert-banner]")) alertBanner(banner);
for (const asked of document.querySelectorAll<HTMLFormElement>("form[data-questions]")) similarQuestions(asked);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) printing(button);
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-share]")) sharing(button);
for (const link of document.querySelectorAll<HTMLElement>("[data-bell]")) bell(link);
for (const section of document.querySelectorAll<HTMLElement>("[data-push]")) pushSwitch(section);
pushEndsWithSession();
const form = document.querySelector<HTMLFormElement>("form[data-live-form]");
if (form) liveResults(form);

// On a wide screen the filters stand beside the results, always open; on a phone they fold away.
const filters = document.querySelector<HTMLDetailsElement>("details[data-filters]");
if (filters) {
  const wide = matchMedia("(min-width: 60rem)");
  const fit = () => {
    filters.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
}

// What cannot be taken back is asked about first.
document.addEventListener("submit", (event) => {
  const question = event.target instanceof HTMLFormElement ? event.target.dataset["ask"] : undefined;
  if (question && !confirm(question)) event.preventDefault();
});

desk();
calendarAddresses();

// A choice that stands alone has its button once it was changed: until then there is nothing to save.
for (const field of document.querySelectorAll<HTMLSelectElement>("select[data-saves]")) {
  const before = field.value;
  field.addEventListener("change", () => field.form?.toggleAttribute("data-changed", field.value !== before));
}

// What was refused, or done just now, is read out and can be tabbed on from.
document.querySelector<HTMLElement>(".error-summary[tabindex], [data-focus]")?.focus();
