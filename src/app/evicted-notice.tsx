import { Button } from '#src/ui/button.tsx';
import { focusMain } from '#src/ui/lost-focus.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Says that the browser itself had thrown this device's copy away. */
export const EvictedNotice = ({ onDismiss }: { readonly onDismiss: () => void }) => (
  <Notice
    tone="warning"
    title="This browser had removed the notes kept on this device"
    actions={
      <Button
        size="small"
        onClick={() => {
          onDismiss();
          // The button goes, and with it the focus.
          focusMain();
        }}
      >
        Dismiss
      </Button>
    }
  >
    They are being fetched again from AWS; what had not been sent by then is gone.
  </Notice>
);
