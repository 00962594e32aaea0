import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#src/words/use-words.ts';
import { CloseIcon } from './icons.tsx';
import { focusMain } from './lost-focus.ts';
import styles from './toasts.module.css';

interface Toast {
  readonly message: string;
  /** What it is about: a newer message about the same takes its place. */
  readonly about?: string;
  readonly action?: { readonly label: string; readonly onAct: () => void };
}

interface Toasts {
  show(toast: Toast): void;
  /** Does what the newest of them offers; false: none offers anything. */
  act(): boolean;
}

const ToastContext = createContext<Toasts | null>(null);

/** The way to say what has just happened, and to offer taking it back. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext);
  if (toasts === null) throw new Error('useToasts outside of ToastProvider');
  return toasts;
}

interface Shown extends Toast {
  readonly id: number;
}

const atMost = 3;

/** Holds the toasts. Each stays for `durationMs`, and longer while it is hovered or has the focus. */
export const ToastProvider = ({
  children,
  durationMs = 10_000,
}: {
  readonly children: ReactNode;
  readonly durationMs?: number;
}) => {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const { t } = useWords();
  const dismiss = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  const toasts = useMemo<Toasts>(
    () => ({
      act: () => {
        const last = latest.current.findLast(({ action }) => action !== undefined);
        if (last === undefined) return false;
        last.action?.onAct();
        dismiss(last.id);
        return true;
      },
      show: (toast) =>
        setShown((all) => {
          const id = Math.max(0, ...all.map((one) => one.id)) + 1;
          const others = all.filter(({ about }) => about === undefined || about !== toast.about);
          return [...others.slice(1 - atMost), { ...toast, id }];
        }),
    }),
    [dismiss],
  );
  return (
    <ToastContext value={toasts}>
      {children}
      <section className={styles.region} aria-label={t('Messages')} aria-live="polite">
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} durationMs={durationMs} onDone={dismiss} />
        ))}
      </section>
    </ToastContext>
  );
};

const ToastCard = ({
  toast,
  durationMs,
  onDone,
}: {
  readonly toast: Shown;
  readonly durationMs: number;
  readonly onDone: (id: number) => void;
}) => {
  const { t } = useWords();
  const [held, setHeld] = useState(false);
  /** What had the focus before. */
  const before = useRef<EventTarget | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const done = () => {
    onDone(toast.id);
    if (before.current instanceof HTMLElement) before.current.focus();
    // What had it may be gone by now, or take it no more.
    if (card.current?.contains(document.activeElement)) focusMain();
  };
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(toast.id), durationMs);
    return () => clearTimeout(timer);
  }, [held, durationMs, onDone, toast.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only holds the message; nothing is to be done with it
    <div
      ref={card}
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={({ relatedTarget }) => {
        setHeld(true);
        before.current ??= relatedTarget;
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        setHeld(false);
        before.current = null;
      }}
    >
      <span className={styles.message}>{toast.message}</span>
      {toast.action === undefined ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            toast.action?.onAct();
            done();
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t('Dismiss')} onClick={done}>
        <CloseIcon size={16} />
      </button>
    </div>
  );
};
