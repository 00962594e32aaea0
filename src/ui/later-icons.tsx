import { Drawing, type IconProps } from './icon-drawing.tsx';

/* The icons that neither the list nor the editor shows at first. */

export const AccountIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="10" cy="7" r="3.25" />
    <path d="M3.75 16.75c.9-3 3.3-4.5 6.25-4.5s5.35 1.5 6.25 4.5" />
  </Drawing>
);
export const ForwardIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m7.75 4.75 5.5 5.25-5.5 5.25" />
  </Drawing>
);
export const ZoomInIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.25 13.25 3.5 3.5M9 6.75v4.5M6.75 9h4.5" />
  </Drawing>
);
export const ZoomOutIcon = (props: IconProps) => (
  <Drawing {...props}>
    <circle cx="9" cy="9" r="5.5" />
    <path d="m13.25 13.25 3.5 3.5M6.75 9h4.5" />
  </Drawing>
);
export const ImageIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.75" y="3.75" width="14.5" height="12.5" rx="2" />
    <circle cx="7" cy="8" r="1.4" />
    <path d="m3.25 14.5 4-3.75 3 2.75 3.25-3.5 3.5 3.75" />
  </Drawing>
);
export const KeyboardIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="2.25" y="5" width="15.5" height="10" rx="2" />
    <path d="M5.5 8.25h.01M8.5 8.25h.01M11.5 8.25h.01M14.5 8.25h.01M7 11.75h6" />
  </Drawing>
);
export const OfflineIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M2.75 8.25a10.4 10.4 0 0 1 4-2.45M10.5 5c2.5.1 4.9 1.2 6.75 3.25M5.25 11.25a6.7 6.7 0 0 1 4-2M13.4 10.1c.5.3.95.7 1.35 1.15M10 14.75v.05" />
    <path d="m3.5 3.5 13 13" />
  </Drawing>
);
export const SettingsIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3 6h7.25M14.75 6H17M3 14h2.25M9.75 14H17" />
    <circle cx="12.5" cy="6" r="2.1" />
    <circle cx="7.5" cy="14" r="2.1" />
  </Drawing>
);
export const SignOutIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M8 3.25H5.5a2 2 0 0 0-2 2v9.5c0 1.1.9 2 2 2H8M12.75 13.25 16 10l-3.25-3.25M16 10H7.75" />
  </Drawing>
);
export const TagIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.25 9.2V4.75c0-.83.67-1.5 1.5-1.5H9.2c.4 0 .78.16 1.06.44l6.05 6.05a1.5 1.5 0 0 1 0 2.12l-4.45 4.45a1.5 1.5 0 0 1-2.12 0l-6.05-6.05a1.5 1.5 0 0 1-.44-1.06Z" />
    <path d="M6.75 6.75h.01" strokeWidth="2" />
  </Drawing>
);
