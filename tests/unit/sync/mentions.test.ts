import { describe, expect, it } from 'vitest';
import { attachmentLink } from '#src/notes/attachment-references.ts';
import { createMentions } from '#src/sync/mentions.ts';

const identityId = 'us-east-1:11111111-2222-4333-8444-555555555555';
const ours = `${identityId}/0mio4k2s7abcdefghij-plan.pdf`;
const tutorials = `private/${identityId}/1511234567890-Bäume im Park.jpg`;
const oldest = `${identityId}-1511234567891-photo.png`;
const foreign = `${identityId}/my backup (2).zip`;
const all = [ours, tutorials, oldest, foreign];

const mentionedBy = (text: string) => {
  const mentions = createMentions(all, { identityId });
  mentions.look(text);
  const left = mentions.unmentioned();
  return all.filter((key) => !left.includes(key));
};

describe('A key is mentioned', () => {
  it.each([ours, tutorials, oldest, foreign])('by its link, %s', (key) => {
    expect(mentionedBy(`# Plan\n\n${attachmentLink({ key, identityId, name: 'a', inline: false })}`)).toEqual([key]);
  });

  it.each([
    ['in code', '```\n[a](attachment:~/0mio4k2s7abcdefghij-plan.pdf)\n```', ours],
    ['without a link', 'look at 0mio4k2s7abcdefghij-plan', ours],
    ['as an address', `<https://s3.amazonaws.com/b/${encodeURIComponent(oldest)}>`, oldest],
    ['with an encoded slash before it', encodeURIComponent(tutorials), tutorials],
    ['by its name, where it has no id', 'Where is my backup (2).zip?', foreign],
  ])('%s', (_, text, key) => {
    expect(mentionedBy(text)).toEqual([key]);
  });

  it.each([
    '',
    'plan.pdf and photo.png and Bäume im Park.jpg',
    `${identityId}/0mio4k2s7abcdefghik-plan.pdf`,
    'a backup (2).zip',
  ])('and not by other words: %s', (text) => {
    expect(mentionedBy(text)).toEqual([]);
  });
});
