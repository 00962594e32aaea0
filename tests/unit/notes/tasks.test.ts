import { describe, expect, it } from 'vitest';
import { taskPlaces, withTask } from '#src/notes/tasks.ts';

const text = 'Plan\n- [ ] boots\n  1. [x] map\n```\n- [ ] code\n```\n> - [ ] quoted\nnot [ ] one';

describe('the tasks of a note', () => {
  it('are those of its lists, not of its code', () => {
    expect(taskPlaces(text).map((at) => text.slice(at - 1, at + 2))).toEqual(['[ ]', '[x]', '[ ]']);
  });

  it('are ticked one at a time, and nothing else changes', () => {
    expect(withTask(text, 0, true)).toBe(text.replace('- [ ] boots', '- [x] boots'));
    expect(withTask(text, 1, false)).toBe(text.replace('[x] map', '[ ] map'));
    expect(withTask(text, 7, true)).toBe(text);
  });
});
