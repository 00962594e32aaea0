import type { TestFile } from './files.ts';

interface PdfWish {
  /** What is on each page. */
  readonly pages: readonly (string | { readonly drawn: string; readonly resources: string })[];
  /** Objects with bytes, numbered from 1001. */
  readonly streams?: readonly { readonly about: string; readonly bytes: Buffer }[];
  /** Bytes that nobody looks at, between the first page and the others. */
  readonly ballast?: Buffer;
  /** Of the catalogue, such as what is done when it is opened. */
  readonly catalogue?: string;
  /** Of the trailer, such as how it is encrypted. */
  readonly trailer?: string;
}

/** A PDF (ISO 32000-1, 7.5) of A4 pages, written by hand. */
export function pdfFile(
  name: string,
  { pages, streams = [], ballast, catalogue = '', trailer = '' }: PdfWish,
): TestFile {
  const ids = pages.map((_, at) => 4 + 2 * at);
  const objects: readonly (readonly [id: number, body: Buffer])[] = [
    [1, Buffer.from(`<</Type/Catalog/Pages 2 0 R${catalogue}>>`)],
    [2, Buffer.from(`<</Type/Pages/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]/Count ${pages.length}>>`)],
    [3, Buffer.from('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')],
    ...pages.flatMap((page, at): readonly (readonly [number, Buffer])[] => {
      const id = ids[at] ?? 0;
      const { drawn, resources } = typeof page === 'string' ? written(page) : page;
      const rest = `/Resources<<${resources}>>/Contents ${id + 1} 0 R`;
      return [
        [id, Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${rest}>>`)],
        [id + 1, stream(Buffer.from(drawn))],
        ...(ballast !== undefined && at === 0 ? [[4 + 2 * pages.length, stream(ballast)] as const] : []),
      ];
    }),
    ...streams.map(({ about, bytes }, at) => [1_001 + at, stream(bytes, about)] as const),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  for (const [id, body] of objects) {
    places.set(id, length);
    add(Buffer.concat([Buffer.from(`${id} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  const table = length;
  const rows = [...places].map(([id, at]) => `${id} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  add(Buffer.from(`xref\n0 1\n0000000000 65535 f \n${rows.join('')}`));
  add(Buffer.from(`trailer\n<</Root 1 0 R/Size 2000${trailer}>>\nstartxref\n${table}\n%%EOF`));
  return { name, buffer: Buffer.concat(parts) };
}

const written = (text: string) => ({
  drawn: `BT /F1 48 Tf 60 700 Td (${text}) Tj ET 60 600 300 40 re f`,
  resources: '/Font<</F1 3 0 R>>',
});

const stream = (bytes: Buffer, about = ''): Buffer =>
  Buffer.concat([Buffer.from(`<<${about}/Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')]);
