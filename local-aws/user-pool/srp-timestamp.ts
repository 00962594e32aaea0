const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How far a client's clock may be off, both ways; ms. */
const tolerance = 15 * 60_000;

/** `unreadable`: not of the form `EEE MMM d HH:mm:ss UTC yyyy`; `wrong`: a time that no exact clock tells now. */
export function checkTimestamp(text: string, now: number): 'good' | 'wrong' | 'unreadable' {
  const parts = /^(\w{3}) (\w{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) UTC (\d{4})$/.exec(text);
  const month = months.indexOf(parts?.[2] ?? '');
  if (parts === null || month < 0) return 'unreadable';
  const at = Date.UTC(Number(parts[7]), month, ...[3, 4, 5, 6].map((part) => Number(parts[part])));
  // AWS puts its own form of the time into the proof, so a leading zero or a wrong weekday reads like a wrong password.
  return timestampOf(at) === text && Math.abs(at - now) <= tolerance ? 'good' : 'wrong';
}

/** `at` (ms) as clients sign it, e.g. `Sun Nov 1 09:05:00 UTC 2026`. */
function timestampOf(at: number): string {
  const date = new Date(at);
  const time = date.toISOString().slice(11, 19);
  const day = `${days[date.getUTCDay()]} ${months[date.getUTCMonth()]} ${date.getUTCDate()}`;
  return `${day} ${time} UTC ${date.getUTCFullYear()}`;
}
