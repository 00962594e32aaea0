interface Size {
  readonly width: number;
  readonly height: number;
}
interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

const margin = 8;
const gap = 4;

/** Where a menu opens, in px of the viewport: under its button (over it where there is no room), `align`ed with one of its edges. */
export const menuPosition = (
  button: Box,
  menu: Size,
  viewport: Size,
  align: 'start' | 'end',
): { readonly left: number; readonly top: number } => {
  const below = button.top + button.height + gap;
  const above = button.top - gap - menu.height;
  const fitsBelow = below + menu.height <= viewport.height - margin;
  const left = align === 'start' ? button.left : button.left + button.width - menu.width;
  return {
    left: Math.max(margin, Math.min(left, viewport.width - margin - menu.width)),
    top:
      fitsBelow || above < margin ? Math.max(margin, Math.min(below, viewport.height - margin - menu.height)) : above,
  };
};
