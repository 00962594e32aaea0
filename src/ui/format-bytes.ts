/** A size for people, in steps of 1024 as the limit for attachments is set: 950 bytes, 12 kB, 3.4 MB. */
export const formatBytes = (bytes: number, locale?: string): string => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const at = bytes < 1024 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** at;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[at] ?? 'byte',
    unitDisplay: at === 0 ? 'long' : 'short',
    maximumFractionDigits: at === 0 || value >= 10 ? 0 : 1,
  }).format(value);
};
