import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeMedia, mediaType } from '#src/notes/media-type.ts';

/** Latin-1, padded as a file goes on. */
const bytes = (text: string) => Uint8Array.from(`${text}${'\0'.repeat(64)}`, (letter) => letter.charCodeAt(0));
const ebml = '\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84';

describe('the type of audio and video', () => {
  it.each([
    ['RIFF\x24\0\0\0WAVEfmt ', 'audio/wav'],
    ['fLaC\0\0\0\x22', 'audio/flac'],
    [`OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/ogg'],
    [`OggS${'\0'.repeat(24)}\x80theora`, 'video/ogg'],
    ['ID3\x04\0', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'audio/mpeg'],
    ['\0\0\0\x20ftypM4A \0\0\0\0', 'audio/mp4'],
    ['\0\0\0\x20ftypisom\0\0\x02\0', 'video/mp4'],
    ['\0\0\0\x14ftypqt  \0\0\0\0', 'video/mp4'],
    [`${ebml}webm...A_OPUS`, 'audio/webm'],
    [`${ebml}webm...V_VP9...A_OPUS`, 'video/webm'],
  ])('%j is %s', (text, type) => expect(mediaType(bytes(text))).toBe(type));

  it.each([
    ['a page', '<!doctype html><script>'],
    ['a picture', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['… of a phone', '\0\0\0\x20ftypheic\0\0\0\0'],
    ['a JPEG', '\xff\xd8\xff\xe0'],
    ['a text in UTF-16', '\xff\xfea\0b\0'],
    ['another Matroska', `${ebml.slice(0, -1)}\x88matroska`],
    ['nothing', ''],
  ])('%s is none', (_what, text) => expect(mediaType(bytes(text))).toBeNull());

  it('is told of any bytes without a mistake', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (some) => void mediaType(some)));
  });

  it('is looked for by name', () => {
    expect(['a.MP3', 'b.webm', 'c.pdf', 'mp3'].map(looksLikeMedia)).toEqual([true, true, false, false]);
  });
});
