import { Drawing, type IconProps } from './icon-drawing.tsx';

/* The icons of what is loaded behind the list. */

export const CopyIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="7.25" y="7.25" width="9.5" height="9.5" rx="2" />
    <path d="M12.75 7.25V5.5a2 2 0 0 0-2-2H5.25a2 2 0 0 0-2 2v5.25a2 2 0 0 0 2 2h2" />
  </Drawing>
);
export const DownloadIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 3.25v9m0 0 3.5-3.5M10 12.25l-3.5-3.5M3.75 13.5v1.25c0 1.1.9 2 2 2h8.5a2 2 0 0 0 2-2V13.5" />
  </Drawing>
);
export const DownIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4.5 7.5 5.5 5.5 5.5-5.5" />
  </Drawing>
);
export const UpIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m4.5 12.5 5.5-5.5 5.5 5.5" />
  </Drawing>
);
export const ReadIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M10 5.5C8.5 4.2 6 3.75 3 3.75v11c3 0 5.5.45 7 1.75 1.5-1.3 4-1.75 7-1.75v-11c-3 0-5.5.45-7 1.75Zm0 0v11" />
  </Drawing>
);
export const EditIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="m12.5 4.5 3 3L7 16H4v-3l8.5-8.5Z" />
  </Drawing>
);
export const FileIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M11.5 2.75H6.25a2 2 0 0 0-2 2v10.5c0 1.1.9 2 2 2h7.5a2 2 0 0 0 2-2V7Z" />
    <path d="M11.5 2.75V6c0 .55.45 1 1 1h3.25" />
  </Drawing>
);
export const HistoryIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 10a6.5 6.5 0 1 0 2.1-4.8L3.5 7.1M3.5 3.5v3.6h3.6M10 6.5V10l2.5 1.75" />
  </Drawing>
);
export const MoreIcon = (props: IconProps) => (
  <Drawing {...props}>
    <g fill="currentColor" stroke="none">
      <circle cx="4.5" cy="10" r="1.4" />
      <circle cx="10" cy="10" r="1.4" />
      <circle cx="15.5" cy="10" r="1.4" />
    </g>
  </Drawing>
);
export const PlayIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M6.25 4.1v11.8a.6.6 0 0 0 .9.5l9.6-5.9a.6.6 0 0 0 0-1L7.15 3.6a.6.6 0 0 0-.9.5Z" />
  </Drawing>
);
export const PrintIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M5.75 7.25v-4h8.5v4M5.75 14.25H4.5a1.75 1.75 0 0 1-1.75-1.75V9c0-.97.78-1.75 1.75-1.75h11c.97 0 1.75.78 1.75 1.75v3.5c0 .97-.78 1.75-1.75 1.75h-1.25" />
    <rect x="5.75" y="11.75" width="8.5" height="5" rx="1" />
  </Drawing>
);
export const RefreshIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M16.25 10a6.25 6.25 0 0 1-11.1 3.95M3.75 10a6.25 6.25 0 0 1 11.1-3.95M15.25 2.75V6.4H11.6M4.75 17.25V13.6H8.4" />
  </Drawing>
);
export const ReplaceIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M3.5 7h12m0 0-3-3m3 3-3 3M16.5 13h-12m0 0 3-3m-3 3 3 3" />
  </Drawing>
);
export const RestoreIcon = (props: IconProps) => (
  <Drawing {...props}>
    <path d="M7 4 3.5 7.5 7 11M3.75 7.5h8a4.5 4.5 0 0 1 0 9H8" />
  </Drawing>
);
export const StopIcon = (props: IconProps) => (
  <Drawing {...props}>
    <rect x="5" y="5" width="10" height="10" rx="1.5" />
  </Drawing>
);
