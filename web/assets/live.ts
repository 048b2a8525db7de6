// The bell: how much somebody has not seen, kept fresh while a page lies open. One connection for all of a browser's windows, since
// browsers open few to one host: the window that holds the lock listens, and tells the others.

const QUERY = "subscription Bell { notificationAdded { unreadNotifications notification { title } } }";
const COUNT = "query Bell { viewer { unreadNotifications } }";
const NAME = "tablica-live";
// A server that refuses is left alone for a while; not all windows of a city come back at the same moment.
const AGAIN = 300_000;
const MOST = 99;

type News = { unread: number; title?: string | undefined };

function show(bell: HTMLElement, { unread, title }: News): void {
  const words = bell.dataset;
  const count = bell.querySelector<HTMLElement>("[data-bell-count]");
  const said = bell.querySelector<HTMLElement>("[data-bell-words]");
  if (count) {
    count.textContent = unread > MOST ? `${MOST}+` : String(unread);
    count.hidden = unread === 0;
  }
  if (said) said.textContent = unread === 0 ? (words["none"] ?? "") : (words["words"] ?? "").replace("%n", String(unread));
  const status = document.querySelector<HTMLElement>("[data-bell-status]");
  if (status && title) status.textContent = (words["new"] ?? "").replace("%title", title);
}

async function ask(): Promise<number | undefined> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query: COUNT }),
  });
  const answer = (await response.json()) as { data?: { viewer?: { unreadNotifications: number } | null } | null };
  return answer.data?.viewer?.unreadNotifications;
}

/** Listens until it is told to stop. */
function listen(tell: (news: News) => void, isLate: boolean): () => void {
  let source: EventSource | undefined;
  let timer = 0;
  let mayHaveMissed = isLate;
  const start = () => {
    source = new EventSource(`/graphql?${new URLSearchParams({ query: QUERY })}`);
    source.addEventListener("open", () => {
      if (mayHaveMissed) {
        ask().then(
          (unread) => unread !== undefined && tell({ unread }),
          () => undefined, // the next thing that happens brings the count along
        );
      }
      mayHaveMissed = true;
    });
    source.addEventListener("next", (event) => {
      type Told = { unreadNotifications: number; notification: { title: string } | null };
      const told = (JSON.parse((event as MessageEvent<string>).data) as { data?: { notificationAdded?: Told } | null }).data?.notificationAdded;
      if (told) tell({ unread: told.unreadNotifications, title: told.notification?.title });
    });
    // Signed out, or the city has switched it off: the next page will know.
    source.addEventListener("complete", () => source?.close());
    source.addEventListener("error", () => {
      if (source?.readyState === EventSource.CLOSED) timer = window.setTimeout(start, AGAIN * (1 + Math.random()));
    });
  };
  start();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

export function bell(link: HTMLElement): void {
  if (!("EventSource" in window)) return;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : undefined;
  channel?.addEventListener("message", (event: MessageEvent<News>) => show(link, event.data));
  const tell = (news: News) => {
    show(link, news);
    channel?.postMessage(news);
  };

  let leave = () => {};
  let isFirst = true;
  const join = () => {
    // Whoever waited for the lock, or was put aside by the browser, does not know what happened meanwhile.
    const begun = Date.now();
    const isBack = !isFirst;
    isFirst = false;
    if (!channel || !navigator.locks) {
      leave = listen(tell, isBack);
      return;
    }
    const left = new AbortController();
    leave = () => left.abort();
    const lead = () =>
      new Promise<void>((resolve) => {
        const stop = listen(tell, isBack || Date.now() - begun > 1000);
        left.signal.addEventListener("abort", () => {
          stop();
          resolve();
        });
      });
    navigator.locks.request(NAME, { signal: left.signal }, lead).catch(() => undefined); // left before it was our turn
  };
  join();
  // A page that the browser keeps for going back must not hold a connection.
  addEventListener("pagehide", () => leave());
  addEventListener("pageshow", (event) => {
    if (event.persisted) join();
  });
}
