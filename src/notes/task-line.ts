/** What an item of a list begins with: the quotations around it and blanks, its bullet, or its number and what ends that, and a space. */
export const itemMarks = String.raw`((?:[ \t]*>)*[ \t]*)(?:([-*+])|(\d{1,9})([.)]))([ \t]+)`;
/** The box of a task, and what parts it from its words. */
export const taskBox = String.raw`\[[ xX]\][ \t]`;

/** A line that is a task; with the flag `m`, for a whole text. */
export const taskRule = `^${itemMarks}${taskBox}`;
const task = new RegExp(taskRule);

/** `place`: where the tick stands, between the brackets; `words`: where what is to be done begins. null: the line is no task. */
export function taskIn(
  line: string,
): { readonly place: number; readonly words: number; readonly done: boolean } | null {
  const marks = task.exec(line)?.[0];
  if (marks === undefined) return null;
  const place = marks.length - '_] '.length;
  return { place, words: marks.length, done: marks[place] !== ' ' };
}
