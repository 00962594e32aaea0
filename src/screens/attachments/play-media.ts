import type { Result } from '#src/notes/result.ts';
import type { AwsFailure } from '#src/services.ts';

export type Playing =
  | { readonly kind: 'loading' | 'ready' }
  /** The browser knows no way to play these bytes. */
  | { readonly kind: 'unplayable' }
  /** null: what was played has stopped coming. */
  | { readonly kind: 'failed'; readonly failure: AwsFailure | null };

/**
 * Plays what `ask` gives in the element. An address that has run out is asked for anew, and it goes on where it was. Returns how to end
 * it; then no address is left in the page, and nothing more is fetched.
 */
export function playMedia(
  element: HTMLMediaElement,
  ask: () => Promise<Result<Blob | URL, AwsFailure>>,
  tell: (playing: Playing) => void,
): () => void {
  const end = new AbortController();
  const { signal } = end;
  let lent: string | null = null;
  /** Seconds; where it was when the address was last renewed. */
  let renewedAt = -1;
  let isKnown = false;

  function letGo(): void {
    if (lent !== null) URL.revokeObjectURL(lent);
    lent = null;
  }

  async function load(position: number, isPlaying: boolean): Promise<void> {
    tell({ kind: 'loading' });
    const result = await ask();
    if (signal.aborted) return;
    if (!result.ok) return tell({ kind: 'failed', failure: result.failure });
    if (result.value instanceof Blob) lent = URL.createObjectURL(result.value);
    element.src = lent ?? String(result.value);
    element.currentTime = position;
    // A browser that does not let it begin by itself shows its own button.
    if (isPlaying) await element.play().catch(() => undefined);
  }

  element.addEventListener(
    'loadedmetadata',
    () => {
      isKnown = true;
      tell({ kind: 'ready' });
    },
    { signal },
  );
  element.addEventListener(
    'error',
    () => {
      const { currentTime } = element;
      if (lent !== null) return tell({ kind: 'unplayable' });
      if (!isKnown || renewedAt === currentTime) return tell({ kind: 'failed', failure: null });
      renewedAt = currentTime;
      void load(currentTime, !element.paused);
    },
    { signal },
  );
  void load(0, true);

  return () => {
    end.abort();
    element.removeAttribute('src');
    element.load();
    letGo();
  };
}
