import { describe, expect, it } from 'vitest';
import { taskIn } from '#src/notes/task-line.ts';
import { isTask, tasksIn, withTask } from '#src/notes/tasks.ts';

const text =
  'Plan\n- [ ] boots\n  1. [x] **map** of the [north](https://x.example)\n```\n- [ ] code\n```\n> - [ ] quoted\nnot [ ] one';

describe('the tasks of a note', () => {
  it('are those of its lists, not of its code', () => {
    expect(tasksIn(text).map(({ place }) => text.slice(place - 1, place + 2))).toEqual(['[ ]', '[x]', '[ ]']);
  });

  it('are ticked one at a time, and nothing else changes', () => {
    expect(withTask(text, 0, true, 'boots')).toBe(text.replace('- [ ] boots', '- [x] boots'));
    expect(withTask(text, 1, false, 'map of the north')).toBe(text.replace('[x] **map**', '[ ] **map**'));
    expect(withTask(text, 7, true, 'boots')).toBe(text);
  });

  it('are left alone where another one is meant', () => {
    const hidden = '<!--\n- [ ] hidden\n-->\n\n- - [ ] shown';
    expect(withTask(hidden, 0, true, 'shown')).toBe(hidden);
    expect(tasksIn(hidden).some((task) => isTask(task, 'shown'))).toBe(false);
  });
});

describe('a line', () => {
  it.each([
    ['- [ ] boots', { place: 3, words: 6, done: false }],
    ['> 12) [X]\tboots', { place: 7, words: 10, done: true }],
    ['\t*  [x] ', { place: 5, words: 8, done: true }],
  ])('is a task: %j', (line, task) => {
    expect(taskIn(line)).toEqual(task);
  });

  it.each(['- []', '- [ ]', '-[ ] a', '[ ] a', '- [y] a', '1234567890. [ ] a', 'a - [ ] b'])('is none: %j', (line) => {
    expect(taskIn(line)).toBeNull();
  });
});
