/** Times as people say them. Made once and kept, since making Intl formats is slow. */
export interface TimeFormat {
  /** As short as a list wants it: 14:05, Yesterday, Tuesday, 3 Nov, 3 Nov 2025. */
  short(at: number, now: number): string;
  /** Since when, as exact as it matters: 14:05 today, else 3 Nov, 14:05. */
  since(at: number, now: number): string;
  /** Day and time in full, for a tooltip or a note's head. */
  full(at: number): string;
  /** The time of day alone. */
  clock(at: number): string;
  /** How far ahead it is: in 40 seconds, in 2 minutes, in 3 hours. */
  ahead(at: number, now: number): string;
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** `locale`: a BCP 47 tag; the browser's own where left out. All times in ms. */
export const createTimeFormat = (locale?: string): TimeFormat => {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const dayAndYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
  const dayAndTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const ahead = new Intl.RelativeTimeFormat(locale);
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  return {
    short: (at, now) => {
      // Rounded, since days with a change of the clock have 23 or 25 hours.
      const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
      if (days <= 0) return clock.format(at);
      if (days === 1) return capital(relative.format(-1, 'day'));
      if (days < 7) return weekday.format(at);
      return new Date(at).getFullYear() === new Date(now).getFullYear() ? day.format(at) : dayAndYear.format(at);
    },
    since: (at, now) => (startOfDay(at) === startOfDay(now) ? clock : dayAndTime).format(at),
    full: (at) => full.format(at),
    clock: (at) => clock.format(at),
    ahead: (at, now) => {
      const seconds = Math.max(1, Math.ceil((at - now) / 1000));
      if (seconds < 60) return ahead.format(seconds, 'second');
      return seconds < 3600
        ? ahead.format(Math.round(seconds / 60), 'minute')
        : ahead.format(Math.round(seconds / 3600), 'hour');
    },
  };
};
