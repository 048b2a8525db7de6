// The service worker: it shows what is pushed, and opens what somebody chose. It keeps no pages.
export {};

type Payload = { title: string; body: string; path: string; tag: string; lang: string; urgent: boolean };
type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type Push = Extended & { data: { json(): Payload } | null };
type Chosen = Extended & { notification: Notification & { data: { path?: string } | null } };
type Renewed = Extended & { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null };
type Page = { url: string; focus(): Promise<unknown>; navigate(url: string): Promise<unknown> };
type Worker = {
  registration: ServiceWorkerRegistration;
  clients: { matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<Page[]>; openWindow(url: string): Promise<unknown> };
  location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(name: string, listener: (event: never) => void): void;
};

const worker = self as unknown as Worker;
const SAVE = "mutation PushOn($input: PushEndpointSaveInput!) { pushEndpointSave(input: $input) { errors { code } } }";

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("push", (event: Push) => {
  const told = event.data?.json();
  if (!told) return;
  const { title, body, path, tag, lang, urgent } = told;
  const options = { body, tag, lang, data: { path }, requireInteraction: urgent };
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener("notificationclick", (event: Chosen) => {
  event.notification.close();
  const home = worker.location.origin;
  const asked = new URL(event.notification.data?.path ?? "/", home);
  const url = asked.origin === home ? asked.href : `${home}/`;
  const open = async () => {
    const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    const there = pages.find((page) => page.url === url);
    if (there) return there.focus();
    return worker.clients.openWindow(url);
  };
  event.waitUntil(open());
});

// Push services change addresses from time to time. Whoever is signed out by then turns it on again.
worker.addEventListener("pushsubscriptionchange", (event: Renewed) => {
  const renew = async () => {
    const options = event.oldSubscription?.options;
    const subscription = event.newSubscription ?? (options && (await worker.registration.pushManager.subscribe(options as PushSubscriptionOptionsInit)));
    if (!subscription) return;
    const { endpoint, keys } = subscription.toJSON();
    await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query: SAVE, variables: { input: { endpoint, p256dh: keys?.["p256dh"], auth: keys?.["auth"] } } }),
    });
  };
  event.waitUntil(renew());
});
