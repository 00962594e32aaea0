import { describe, expect, it } from 'vitest';
import { storedAs } from '#src/aws/stored-content-type.ts';

describe('the type an attachment is stored with', () => {
  it.each(['image/png', 'image/webp', 'audio/mpeg', 'video/mp4', 'application/pdf'])('keeps %s', (type) => {
    expect(storedAs(type)).toEqual({ contentType: type, downloadOnly: false });
  });

  it('drops parameters and capitals', () => {
    expect(storedAs('Audio/OGG; codecs=opus')).toEqual({ contentType: 'audio/ogg', downloadOnly: false });
  });

  it.each(['text/plain', 'application/zip', 'image/heic'])('keeps %s, which is downloaded', (type) => {
    expect(storedAs(type)).toEqual({ contentType: type, downloadOnly: true });
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'text/javascript', 'image/', ''])(
    'stores "%s" as bytes to download',
    (type) => {
      expect(storedAs(type)).toEqual({ contentType: 'application/octet-stream', downloadOnly: true });
    },
  );
});
