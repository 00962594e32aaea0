import { Notice } from '#src/ui/notice.tsx';

/** Says where one is when no AWS account is connected. */
export const LocalNotice = () => (
  <Notice tone="info" title="You are trying Satchel on an embedded AWS">
    Everything stays on this computer. Any email address will do: its mail appears on this page.
  </Notice>
);
