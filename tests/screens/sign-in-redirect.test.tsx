import { describe, expect, it } from 'vitest';
import { redirectTarget } from '#src/screens/sign-in/redirect-target.ts';

const to = (redirect: string) => redirectTarget(`?${new URLSearchParams({ redirect })}`);

describe('the way on after signing in', () => {
  it.each(['/', '/notes/1', '/notes/1?a=b#c', '/settings', '/?q=%23tag', '/notes/a%20b'])('is %s', (path) => {
    expect(to(path)).toBe(path);
  });

  it('is the list without a wish', () => {
    expect(redirectTarget('')).toBe('/');
    expect(redirectTarget('?redirect=')).toBe('/');
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/.//evil.example',
    '/./\\evil.example',
    '/a/..//evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\u0000/evil',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'notes/1',
    ' /notes/1',
    '/login',
    '/login?redirect=/login',
    '/signup',
    '/notes/../login',
  ])('is the list where %j is wished for', (wish) => {
    expect(to(wish)).toBe('/');
  });
});
