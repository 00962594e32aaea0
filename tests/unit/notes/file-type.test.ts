import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileType, fileTypeBytes } from '#src/notes/file-type.ts';

/** Latin-1. */
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const ftyp = (brands: string) => `\0\0\0\x20ftyp${brands}\0\0\0\0`;

describe('the type of a file', () => {
  it.each([
    ['\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'image/png'],
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['GIF89a\x01\0\x01\0', 'image/gif'],
    ['RIFF\x24\0\0\0WEBPVP8 ', 'image/webp'],
    [ftyp('avif\0\0\0\0mif1'), 'image/avif'],
    [ftyp('heic\0\0\0\0mif1heic'), 'image/heic'],
    [ftyp('mif1\0\0\0\0mif1heic'), 'image/heic'],
    ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'image/bmp'],
    ['ID3\x04\0', 'audio/mpeg'],
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    [`OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/ogg'],
    [`OggS${'\0'.repeat(24)}\x80theora`, 'video/ogg'],
    ['fLaC\0\0\0\x22', 'audio/flac'],
    [ftyp('M4A '), 'audio/mp4'],
    [ftyp('isom'), 'video/mp4'],
    [ftyp('qt  '), 'video/quicktime'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm...V_VP9', 'video/webm'],
    ['\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm...A_OPUS', 'audio/webm'],
    ['%PDF-1.7\n/JavaScript (app.alert(1))', 'application/pdf'],
    ['PK\x03\x04\x14\0', 'application/zip'],
    ['PK\x05\x06\0\0', 'application/zip'],
  ])('%j is %s whatever it is called', (text, type) => {
    for (const name of ['', 'a', 'a.html', 'a.png', 'a.txt']) expect(fileType(bytes(text), name)).toBe(type);
  });

  it.each([
    ['a list', 'Sow peas\r\n\tand beans\n', 'garden.txt'],
    ['a text in any script', 'Посадить горох 豌豆 😀', 'сад.md'],
    ['one that goes on', `${'豌'.repeat(400)}`, 'a'],
    ['a sum', '1 < 2 && 3 <4', 'sum.csv'],
  ])('%s is a plain text', (_what, text, name) => {
    expect(fileType(utf8(text).subarray(0, fileTypeBytes), name)).toBe('text/plain');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'page.png'],
    ['… behind white space', '\ufeff \n\t<HTML onload=alert(1)>', 'page.txt'],
    ['… behind words', 'Sow peas <img src=x onerror=alert(1)>', 'page.txt'],
    ['… without a mark', 'alert(1)', 'page.html'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'drawing.png'],
    ['XML', '<?xml version="1.0"?><a/>', 'a.txt'],
    ['a script', 'alert(1)', 'a.JS'],
    ['… with a dot behind its name', 'alert(1)', 'photos/a.mjs. '],
    ['… of a shell', '#!/bin/sh\nrm -rf ~', 'notes.txt'],
    ['PostScript', '%!PS-Adobe-3.0', 'a.txt'],
    ['a text in UTF-16', '\0s\0o\0w', 'a.txt'],
    ['nothing', '', 'a.txt'],
    ['a PDF behind something else', ' %PDF-1.7 \0', 'a.pdf'],
  ])('%s is bytes to download', (_what, text, name) => {
    expect(fileType(utf8(text), name)).toBe('application/octet-stream');
  });

  it.each(['\xff\xfes\0o\0w\0', '\x7fELF\x02\x01', 'MZ\x90\0', '\x80abc'])('%j is bytes to download', (text) => {
    expect(fileType(bytes(text), 'a.txt')).toBe('application/octet-stream');
  });

  it('is one of few, and nothing that a browser runs', () => {
    const harmless =
      /^(?:image\/(?:png|jpeg|gif|webp|avif|heic|bmp)|(?:audio|video)\/\w+|application\/(?:pdf|zip|octet-stream)|text\/plain)$/;
    const beginnings = fc.constantFrom('', 'GIF89a', '%PDF-', 'PK\x03\x04', '\0\0\0\x20ftyp', 'RIFF\0\0\0\0', 'OggS');
    fc.assert(
      fc.property(beginnings, fc.uint8Array({ maxLength: 80 }), fc.string(), (beginning, rest, name) => {
        expect(fileType(Uint8Array.from([...bytes(beginning), ...rest]), name)).toMatch(harmless);
      }),
    );
  });
});
