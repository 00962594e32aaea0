/** What Vite sends where a part of the app could not be loaded. */
const partMissing = 'vite:preloadError';
const guard = 'satchel.reloaded-at';
/** A page that misses a part again so soon is not helped by another reload, ms. */
const tooSoon = 60_000;

/**
 * A deploy may take away the parts of the app that an open page has yet to load. Where that has happened, the page goes to the new version
 * once; after that it is said on screen like any other part that is not there (src/app/error-boundary.tsx).
 */
export function reloadWhereReplaced(deps: {
  readonly page: Pick<EventTarget, 'addEventListener'>;
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>;
  readonly now: () => number;
  /** The script that this page was started by, as it stands in the page. */
  readonly start: string;
  /** The page as the server has it now; null where the server cannot be reached. */
  readonly newestPage: () => Promise<string | null>;
  /** Saves everything and goes to the newest version. */
  readonly takeNewest: () => Promise<boolean>;
}): void {
  const { page, memory, now, start, newestPage, takeNewest } = deps;
  const look = async () => {
    if (now() - Number(memory.getItem(guard) ?? 0) < tooSoon) return;
    const html = await newestPage();
    if (html === null || html.includes(`"${start}"`)) return;
    memory.setItem(guard, String(now()));
    await takeNewest();
  };
  let looking = false;
  page.addEventListener(partMissing, () => {
    if (looking) return;
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  });
}
