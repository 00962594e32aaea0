import { describe, expect, it } from 'vitest';
import { addressElsewhere, attachmentBeside, wireKeys, wireName, wireValueFor } from '#src/notes/wire-attachment.ts';

const identityId = 'us-east-1:7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e';
const bucket = 'notes-uploads';
const home = { identityId, bucket, prefix: `${identityId}/` };
const encoded = encodeURIComponent(identityId);

describe('the keys of a wire attachment', () => {
  it('are those of a bare value under the writing prefix and then under the other one', () => {
    expect(wireKeys('1500-a b+c%.png', home)).toEqual([
      `${identityId}/1500-a b+c%.png`,
      `private/${identityId}/1500-a b+c%.png`,
    ]);
    expect(wireKeys('1500-a.png', { ...home, prefix: `private/${identityId}/` })).toEqual([
      `private/${identityId}/1500-a.png`,
      `${identityId}/1500-a.png`,
    ]);
    expect(wireKeys('1500-a.png', { ...home, prefix: `mine/${identityId}/` })).toHaveLength(3);
  });

  it.each([
    ['virtual-host style', `https://${bucket}.s3.amazonaws.com/${encoded}-1500-a%20b.png`],
    ['with a region', `https://${bucket}.s3.eu-west-1.amazonaws.com/${encoded}-1500-a%20b.png`],
    ['with a region behind a hyphen', `https://${bucket}.s3-eu-west-1.amazonaws.com/${encoded}-1500-a%20b.png`],
    ['dual-stack', `https://${bucket}.s3.dualstack.eu-west-1.amazonaws.com/${encoded}-1500-a%20b.png`],
    ['path style', `https://s3.amazonaws.com/${bucket}/${encoded}-1500-a%20b.png`],
    ['path style with a region', `https://s3-eu-west-1.amazonaws.com/${bucket}/${encoded}-1500-a%20b.png`],
    ['without TLS and without encoding', `http://${bucket}.s3.amazonaws.com/${identityId}-1500-a b.png`],
  ])('are the one of a full address: %s', (_, address) => {
    expect(wireKeys(address, home)).toEqual([`${identityId}-1500-a b.png`]);
  });

  it('read a plus in an address both ways, the space first', () => {
    expect(wireKeys(`https://${bucket}.s3.amazonaws.com/x/a+b%2Bc`, home)).toEqual(['x/a b+c', 'x/a+b+c']);
  });

  it('are none for another bucket, another host, or nothing', () => {
    for (const raw of [
      'https://other.s3.amazonaws.com/a.png',
      `https://${bucket}.s3.amazonaws.com.example.com/a.png`,
      `https://example.com/${bucket}/a.png`,
      `https://${bucket}.s3.amazonaws.com/`,
      'https://',
      '',
    ]) {
      expect(wireKeys(raw, home), raw).toEqual([]);
    }
  });

  it('take a whole key for one first', () => {
    expect(wireKeys(`${identityId}-1500-a.png`, home)[0]).toBe(`${identityId}-1500-a.png`);
  });

  it('survive a damaged address', () => {
    expect(wireKeys(`https://${bucket}.s3.amazonaws.com/50%-off.png`, home)).toEqual(['50%-off.png']);
  });
});

describe('where a wire attachment is', () => {
  it('is told where that is not this bucket', () => {
    const other = `https://other-uploads.s3.amazonaws.com/${encoded}-1500-a.png`;
    expect(addressElsewhere(other, home)).toBe(other);
    expect(addressElsewhere('https://', home)).toBe('https://');
    // Somebody else's, but of this bucket: AWS refuses it.
    const theirs = `https://${bucket}.s3.amazonaws.com/us-east-1%3A00000000-52a7-4f2c-9d2e-6f0b8a1c2d3e-1500-a.png`;
    for (const here of [null, '', '1500-a.png', theirs]) expect(addressElsewhere(here, home)).toBeNull();
  });
});

describe('the name of a wire attachment', () => {
  it.each([
    ['1500-plan.pdf', 'plan.pdf'],
    ['0abc_9-my-plan.pdf', 'my-plan.pdf'],
    ['plan.pdf', 'plan.pdf'],
    ['1500-', '1500-'],
    [`https://${bucket}.s3.amazonaws.com/${encoded}-1500-a%20b.png`, 'a b.png'],
    [`https://${bucket}.s3.amazonaws.com/private/${encoded}/1500-a+b.png`, 'a b.png'],
  ])('of %j is %j', (raw, name) => {
    expect(wireName(raw)).toBe(name);
  });
});

describe('what is sent as attachment', () => {
  const a = 'Text [a.png](attachment:~/0a-a.png)';

  it('is what AWS has while the text does not name it', () => {
    const address = `https://${bucket}.s3.amazonaws.com/${encoded}-1500-x.png`;
    for (const raw of ['1500-x.png', address, '', 'https://elsewhere.test/x'])
      expect(wireValueFor(a, raw, home)).toBe(raw);
  });

  it('is what AWS has where it is the first that the text names, in whatever form', () => {
    for (const raw of ['0a-a.png', `https://${bucket}.s3.amazonaws.com/${encoded}%2F0a-a.png`]) {
      expect(wireValueFor(a, raw, home)).toBe(raw);
    }
  });

  it('is otherwise the first attachment of the text without its prefix', () => {
    expect(wireValueFor(a, null, home)).toBe('0a-a.png');
    expect(wireValueFor(`[b](attachment:private/~/1-b.png)\n${a}`, '0a-a.png', home)).toBe('1-b.png');
    expect(wireValueFor('[b](attachment:~-1500-b.png)', null, home)).toBe(`${identityId}-1500-b.png`);
  });

  it('is null where there is none', () => {
    expect(wireValueFor('Text', null, home)).toBeNull();
  });
});

describe('what is kept beside the text', () => {
  it('is what the text does not name', () => {
    const text = '[a](attachment:private/~/1500-a.png)';
    expect(attachmentBeside(text, '1500-a.png', home)).toBeNull();
    expect(attachmentBeside(text, '1500-b.png', home)).toBe('1500-b.png');
    expect(attachmentBeside(text, null, home)).toBeNull();
  });
});
