/** Whether the focus is nowhere that a person could see: what had it is gone. */
export function isFocusLost(): boolean {
  const element = document.activeElement;
  return (
    element === null ||
    element === document.body ||
    (element instanceof HTMLElement &&
      'checkVisibility' in element &&
      !element.checkVisibility({ visibilityProperty: true }))
  );
}

/** Puts the focus on the main part of the page. */
export function focusMain(): void {
  document.getElementById('main')?.focus({ preventScroll: true });
}
