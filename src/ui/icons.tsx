import { Drawing, type IconProps } from './icon-drawing.tsx';

/* The icons of the list, which is loaded first. */

export const ArchiveIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.75" y="3.75" width="14.5" height="3.75" rx="1.25" />
    <path d="M4 7.5v7.25c0 .83.67 1.5 1.5 1.5h9c.83 0 1.5-.67 1.5-1.5V7.5M8.25 10.75h3.5" />
  </Drawing>
);
export const BackIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m12.25 4.75-5.5 5.25 5.5 5.25" />
  </Drawing>
);
export const CheckIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4.5 10.5 3.75 3.75 7.25-8.5" />
  </Drawing>
);
export const CloseIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m5.25 5.25 9.5 9.5M14.75 5.25l-9.5 9.5" />
  </Drawing>
);
export const CloudIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6 15.75a3.5 3.5 0 0 1-.55-6.95 4.75 4.75 0 0 1 9.13-.9A3.95 3.95 0 0 1 13.75 15.75Z" />
  </Drawing>
);
export const InfoIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="10" r="7.25" />
    <path d="M10 9.25v4.25M10 6.5v.05" />
  </Drawing>
);
export const NewNoteIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M9.25 4H5.5a2 2 0 0 0-2 2v8.5c0 1.1.9 2 2 2H14a2 2 0 0 0 2-2v-3.75" />
    <path d="M15.1 3.15a1.24 1.24 0 0 1 1.75 1.75l-6.6 6.6-2.5.75.75-2.5Z" />
  </Drawing>
);
export const NotesIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="4" y="2.75" width="12" height="14.5" rx="2" />
    <path d="M7.25 6.75h5.5M7.25 10h5.5M7.25 13.25h3" />
  </Drawing>
);
export const PaperclipIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m15.9 9.35-5.9 5.9a3.65 3.65 0 0 1-5.16-5.16l6.2-6.2a2.43 2.43 0 0 1 3.44 3.44l-6.1 6.1a1.22 1.22 0 0 1-1.72-1.72l5.5-5.5" />
  </Drawing>
);
export const PinIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m12.1 2.9 5 5-1.35.95-.75-.1-2.9 2.9c.3 1.5.05 2.75-.85 3.6L4.75 8.75c.85-.9 2.1-1.15 3.6-.85l2.9-2.9-.1-.75ZM7.9 12.1l-4.65 4.65" />
  </Drawing>
);
export const SearchIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="9" cy="9" r="5.25" />
    <path d="m13 13 3.75 3.75" />
  </Drawing>
);
export const SidebarIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.75" y="3.75" width="14.5" height="12.5" rx="2.25" />
    <path d="M7.75 3.75v12.5" />
  </Drawing>
);
export const TrashIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 5.5h13M7.75 5.5V4.25c0-.55.45-1 1-1h2.5c.55 0 1 .45 1 1V5.5M5 5.5l.7 9.4a2 2 0 0 0 2 1.85h4.6a2 2 0 0 0 2-1.85L15 5.5M8.25 9v4.25M11.75 9v4.25" />
  </Drawing>
);
export const WarningIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8.7 3.7 2.45 14.5a1.5 1.5 0 0 0 1.3 2.25h12.5a1.5 1.5 0 0 0 1.3-2.25L11.3 3.7a1.5 1.5 0 0 0-2.6 0ZM10 8v3.5M10 14v.05" />
  </Drawing>
);
/** The app's mark: a satchel with its flap and clasp. */
export const SatchelMark = ({ size = 28 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true" focusable="false">
    <path
      d="M9.5 8V6.75A2.75 2.75 0 0 1 12.25 4h3.5a2.75 2.75 0 0 1 2.75 2.75V8"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
    />
    <rect x="3.5" y="7.5" width="21" height="16.5" rx="4" fill="currentColor" />
    <path
      d="M3.5 11.5c2.6 3.1 6 4.6 10.5 4.6s7.9-1.5 10.5-4.6"
      stroke="var(--color-on-accent)"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
    <rect x="11.9" y="13.6" width="4.2" height="5.2" rx="1.3" fill="var(--color-on-accent)" />
  </svg>
);
