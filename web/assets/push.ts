// Notifications that the browser shows by itself, where it offers that. The switch stands on the page of settings.

const KEY = "query PushKey { pushKey }";
const SAVE = "mutation PushOn($input: PushEndpointSaveInput!) { pushEndpointSave(input: $input) { errors { code } } }";
const REMOVE = "mutation PushOff($input: PushEndpointRemoveInput!) { pushEndpointRemove(input: $input) { errors { code } } }";

const isOffered = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

async function call<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: Record<string, { errors?: unknown[] }> | null; errors?: unknown[] };
  const refused = Object.values(answer.data ?? {}).some((payload) => (payload?.errors?.length ?? 0) > 0);
  if (!answer.data || answer.errors || refused) throw new Error("refused");
  return answer.data as T;
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function text(buffer: ArrayBuffer | null): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0)));
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

async function subscribed(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

async function turnOn(): Promise<void> {
  const { pushKey } = await call<{ pushKey: string }>(KEY);
  await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  // Another key is another city's, or that of a secret that was replaced.
  if (before && text(before.options.applicationServerKey) !== pushKey) await before.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(pushKey) });
  const input = { endpoint: subscription.endpoint, p256dh: text(subscription.getKey("p256dh")), auth: text(subscription.getKey("auth")) };
  try {
    await call(SAVE, { input });
  } catch (reason) {
    await subscription.unsubscribe();
    throw reason;
  }
}

async function turnOff(): Promise<void> {
  const subscription = await subscribed();
  if (!subscription) return;
  await subscription.unsubscribe();
  await call(REMOVE, { input: { endpoint: subscription.endpoint } });
}

export function pushSwitch(section: HTMLElement): void {
  const button = section.querySelector<HTMLButtonElement>("[data-push-toggle]");
  const label = section.querySelector<HTMLElement>("[data-push-label]");
  const status = section.querySelector<HTMLElement>("[data-push-status]");
  if (!isOffered() || !button) return;
  const words = section.dataset;
  const say = (word: string | undefined) => {
    if (status) status.textContent = word ?? "";
  };
  let isOn = false;
  const draw = () => {
    if (label) label.textContent = (isOn ? words["on"] : words["off"]) ?? "";
    button.setAttribute("aria-pressed", String(isOn));
  };
  const look = async () => {
    isOn = Notification.permission === "granted" && (await subscribed()) !== null;
    draw();
  };

  section.hidden = false;
  void look().catch(draw);
  button.addEventListener("click", async () => {
    button.disabled = true;
    say("");
    try {
      if (!isOn && (await Notification.requestPermission()) !== "granted") {
        say(words["denied"]);
      } else {
        await (isOn ? turnOff() : turnOn());
        await look();
        say(isOn ? words["isOn"] : words["isOff"]);
      }
    } catch {
      await look().catch(draw);
      say(words["failed"]);
    }
    button.disabled = false;
  });
}

/** Whoever signs out leaves nothing behind that others would read on this machine. */
export function pushEndsWithSession(): void {
  if (!isOffered()) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[action$='/wyloguj']")) {
    form.addEventListener("submit", () => {
      void subscribed().then(
        (subscription) => subscription?.unsubscribe(),
        () => undefined,
      );
    });
  }
}
