// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPageEvents } from '#src/sync/page-events.ts';

function heard() {
  const events: string[] = [];
  const stop = createPageEvents(window).subscribe((event) => events.push(event));
  return { events, stop };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('The page', () => {
  it('tells when a person comes back to it, and when the network goes and is back', () => {
    const { events, stop } = heard();
    for (const name of ['focus', 'offline', 'online']) window.dispatchEvent(new Event(name));
    stop();
    expect(events).toEqual(['focus', 'offline', 'online']);
  });

  it('tells of being hidden, and counts being shown as coming back', () => {
    const { events, stop } = heard();
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(createPageEvents(window).visible()).toBe(false);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(createPageEvents(window).visible()).toBe(true);
    stop();
    expect(events).toEqual(['hidden', 'focus']);
  });

  it('tells nothing to those who have stopped listening', () => {
    const { events, stop } = heard();
    stop();
    window.dispatchEvent(new Event('focus'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(events).toEqual([]);
  });
});
