import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import styles from './menu.module.css';
import { menuPosition } from './menu-position.ts';

interface MenuAction {
  /** What shortcuts know it by. */
  readonly id?: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly tone?: 'danger';
  readonly onSelect: () => void;
}

export type MenuItem = MenuAction | 'separator';

/** What the button that opens a menu must be given. */
interface MenuTrigger {
  readonly ref: RefObject<HTMLButtonElement | null>;
  readonly 'aria-haspopup': 'menu';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string | undefined;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'end';
  /** A line over the actions, e.g. whose account it is. */
  readonly header?: ReactNode;
  readonly trigger: (props: MenuTrigger) => ReactNode;
}

const typeAheadPause = 700;

/**
 * A menu button (WAI-ARIA Authoring Practices, "Menu Button"): arrows, Home, End and typed letters move, Escape closes, and the focus
 * returns to the button before an action runs, so that a dialog opened by it gives the focus back to the button as well.
 */
export const Menu = ({ label, items, align = 'end', header, trigger }: MenuProps) => {
  const [open, setOpen] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const id = useId();

  const close = () => {
    setOpen(null);
    button.current?.focus();
  };

  const entries = (): HTMLElement[] => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    const element = menu.current;
    const anchor = button.current;
    if (open === null || element === null || anchor === null) return;
    // The top layer keeps it over clipped panes; where there is no popover, position: fixed does.
    if ('showPopover' in element) element.showPopover();
    const viewport = { width: window.innerWidth, height: window.innerHeight };
    const place = menuPosition(
      anchor.getBoundingClientRect(),
      { width: element.offsetWidth, height: element.offsetHeight },
      viewport,
      align,
    );
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
    const all = [...element.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    all.at(open === 'first' ? 0 : -1)?.focus({ preventScroll: true });
  }, [open, align]);

  useEffect(() => {
    if (open === null) return;
    const leave = (event: Event) => {
      const inside =
        event.target instanceof Node &&
        (menu.current?.contains(event.target) || button.current?.contains(event.target));
      if (event.type === 'resize' || inside !== true) setOpen(null);
    };
    document.addEventListener('pointerdown', leave);
    window.addEventListener('resize', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      window.removeEventListener('resize', leave);
    };
  }, [open]);

  const onMenuKey = (event: KeyboardEvent) => {
    const all = entries();
    const at = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const go = (index: number) => all.at(index % all.length)?.focus();
    if (event.key === 'Tab') return setOpen(null);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(-1);
    else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const before = event.timeStamp - typed.current.at < typeAheadPause ? typed.current.text : '';
      typed.current = { text: before + event.key.toLowerCase(), at: event.timeStamp };
      const from = before === '' ? at + 1 : at;
      const order = [...all.slice(from), ...all.slice(0, from)];
      order.find((entry) => entry.textContent?.toLowerCase().startsWith(typed.current.text))?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <>
      {trigger({
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': open !== null,
        'aria-controls': open === null ? undefined : id,
        onClick: () => setOpen(open === null ? 'first' : null),
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(event.key === 'ArrowDown' ? 'first' : 'last');
        },
      })}
      {open === null ? null : (
        <div ref={menu} id={id} popover="manual" className={styles.menu}>
          {header === undefined ? null : <div className={styles.header}>{header}</div>}
          <div role="menu" aria-label={label} tabIndex={-1} onKeyDown={onMenuKey}>
            {items.map((item, index) =>
              item === 'separator' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: separators have nothing else to be told by
                <hr key={`separator ${index}`} className={styles.separator} />
              ) : (
                <button
                  key={item.label}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={classNames(styles.item, item.tone === 'danger' && styles.danger)}
                  onClick={() => {
                    close();
                    item.onSelect();
                  }}
                >
                  {item.icon}
                  {item.label}
                </button>
              ),
            )}
          </div>
        </div>
      )}
    </>
  );
};
