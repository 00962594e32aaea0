/**
 * A Content-Disposition that downloads under the given name in any script (RFC 6266, with the name twice: `filename*` of RFC 8187 for
 * all browsers of today, and a plain ASCII `filename` as S3 and old clients want it).
 */
export function attachmentNamed(name: string): string {
  const wellFormed = name.replace(/\p{Surrogate}/gu, '\u{fffd}');
  const plain = wellFormed.replace(/[^ -~]|["%\\]/gu, '_');
  const encoded = encodeURIComponent(wellFormed).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
