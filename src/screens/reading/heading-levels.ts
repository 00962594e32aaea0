/** A heading of a note, as deep as it is in the page's own outline. */
export interface LevelledHeading {
  readonly element: HTMLElement;
  readonly level: number;
}

/**
 * Tells assistive technology how deep the headings of a note are. One that the note begins with is its title, on the page's level for
 * that; the others are under it, and none skips a level, whatever marks they are written with. Answers them in their order.
 */
export const levelHeadings = (paper: HTMLElement, titleLevel: number): readonly LevelledHeading[] => {
  /** The marks of the headings that the next one is under. */
  const above: number[] = [];
  return [...paper.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].map((element) => {
    let level = titleLevel;
    if (element !== paper.firstElementChild) {
      const marks = Number(element.localName.slice(1));
      while ((above.at(-1) ?? 0) >= marks) above.pop();
      above.push(marks);
      level = titleLevel + above.length;
    }
    element.setAttribute('aria-level', String(level));
    return { element, level };
  });
};
