import type { ReactNode } from 'react';

export interface IconProps {
  readonly size?: number;
}

/** One 20 px drawing in one line weight. Decoration only: the control around it carries the name. */
export const Drawing = ({ size = 20, children }: IconProps & { readonly children: ReactNode }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);
