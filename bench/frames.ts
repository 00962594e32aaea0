import type { Page } from '@playwright/test';

/** The value below which the share lies; `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Types the text with 80 ms between the keys. Gives for each key the time from its event to the end of the frame that follows; ms. */
export async function keyToFrame(page: Page, text: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const channel = new MessageChannel();
    const begun: number[] = [];
    // A message that is posted in a frame arrives when the frame has been painted.
    channel.port1.onmessage = () => {
      for (const at of begun.splice(0)) times.push(performance.now() - at);
    };
    const listen = (event: KeyboardEvent) => {
      begun.push(event.timeStamp);
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    window.addEventListener('keydown', listen, true);
    Object.assign(window, {
      keysMeasured: () => {
        window.removeEventListener('keydown', listen, true);
        return times;
      },
    });
  });
  await page.keyboard.type(text, { delay: 80 });
  await page.waitForTimeout(500);
  return page.evaluate(() => (window as unknown as { keysMeasured(): number[] }).keysMeasured());
}

/**
 * Types into the search box, slowly enough for each letter to be answered (`patience`, ms). Gives for each letter the time from the input to the frame that
 * shows it, and to the frame in which the list has last changed; ms.
 */
export async function inputToResults(page: Page, words: string, patience = 1_000) {
  const letters: { readonly letter: number; readonly results: number }[] = [];
  for (const key of words) {
    await page.evaluate(() => {
      const list = document.querySelector('ul[aria-label="Notes"]')?.parentElement?.parentElement ?? document.body;
      const seen = { at: 0, letter: 0, results: 0 };
      const framed = (then: (now: number) => void) =>
        requestAnimationFrame(() => setTimeout(() => then(performance.now())));
      const observer = new MutationObserver(() =>
        framed((now) => {
          if (seen.at !== 0) seen.results = now - seen.at;
        }),
      );
      observer.observe(list, { subtree: true, childList: true, characterData: true });
      window.addEventListener(
        'input',
        ({ timeStamp }) => {
          seen.at = timeStamp;
          framed((now) => {
            seen.letter = now - timeStamp;
          });
        },
        { capture: true, once: true },
      );
      Object.assign(window, { letterMeasured: () => seen, stopLooking: () => observer.disconnect() });
    });
    await page.keyboard.type(key);
    await page.waitForTimeout(patience);
    letters.push(
      await page.evaluate(() => {
        const page = window as unknown as {
          letterMeasured(): { letter: number; results: number };
          stopLooking(): void;
        };
        page.stopLooking();
        return page.letterMeasured();
      }),
    );
  }
  return letters;
}

/** Scrolls the list of that name for some seconds, slowly and in leaps, as far as it goes. Gives how long each frame took; ms. */
export const scrollFrames = (page: Page, name = 'Notes'): Promise<readonly number[]> =>
  page.evaluate(async (name) => {
    let scroller = document.querySelector(`ul[aria-label="${name}"]`)?.parentElement ?? null;
    while (scroller !== null && scroller.scrollHeight <= scroller.clientHeight) scroller = scroller.parentElement;
    if (scroller === null) throw new Error('The list does not scroll.');
    const list = scroller;
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const frames: number[] = [];
    let before = await frame();
    list.scrollTop = 0;
    for (let step = 0; step < 240; step++) {
      list.scrollTop += step % 60 === 59 ? list.scrollHeight / 6 : 60 + step;
      const now = await frame();
      frames.push(now - before);
      before = now;
    }
    if (list.scrollTop < 20_000) throw new Error('The list has not moved.');
    return frames;
  }, name);

/** How long each frame took while something was done; ms. */
export async function framesDuring(page: Page, act: () => Promise<unknown>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let before = performance.now();
    let ended = false;
    const look = (now: number) => {
      frames.push(now - before);
      before = now;
      if (!ended) requestAnimationFrame(look);
    };
    requestAnimationFrame((now) => {
      before = now;
      requestAnimationFrame(look);
    });
    const end = () => {
      ended = true;
      return frames;
    };
    Object.assign(window, { framesMeasured: end });
  });
  await act();
  return page.evaluate(() => (window as unknown as { framesMeasured(): number[] }).framesMeasured());
}
