import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ToastProvider, useToasts } from '#src/ui/toasts.tsx';

const Trigger = () => {
  const toasts = useToasts();
  return (
    <button type="button" onClick={() => toasts.show({ message: 'Done' })}>
      Go
    </button>
  );
};

const Twice = () => {
  const toasts = useToasts();
  const say = (message: string, about?: string) => () =>
    toasts.show({ message, ...(about === undefined ? {} : { about }) });
  return (
    <>
      <button type="button" onClick={say('Moved to the trash', 'note')}>
        Trash
      </button>
      <button type="button" onClick={say('Deleted for ever', 'note')}>
        Delete
      </button>
      <button type="button" onClick={say('Text copied')}>
        Copy
      </button>
    </>
  );
};

it('a message takes the place of an older one about the same, and of no other', () => {
  render(
    <ToastProvider>
      <Twice />
    </ToastProvider>,
  );
  for (const name of ['Copy', 'Trash', 'Copy', 'Delete']) fireEvent.click(screen.getByRole('button', { name }));
  expect(screen.queryByText('Moved to the trash')).toBeNull();
  expect(screen.getByText('Deleted for ever')).toBeTruthy();
  expect(screen.getAllByText('Text copied')).toHaveLength(2);
});

describe('a message', () => {
  // The time it stays is a timer of the page, and is what is tested here.
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const show = () => {
    render(
      <ToastProvider>
        <Trigger />
      </ToastProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  };
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  it('stays for ten seconds', () => {
    show();
    pass(9_900);
    expect(screen.getByText('Done')).toBeTruthy();
    pass(200);
    expect(screen.queryByText('Done')).toBeNull();
  });

  it('stays for as long as it is hovered', () => {
    show();
    const message = screen.getByText('Done').parentElement;
    if (message === null) throw new Error('no message');
    fireEvent.pointerEnter(message);
    pass(60_000);
    expect(screen.getByText('Done')).toBeTruthy();
    fireEvent.pointerLeave(message);
    pass(10_100);
    expect(screen.queryByText('Done')).toBeNull();
  });

  it('stays for as long as it has the focus', () => {
    show();
    act(() => screen.getByRole('button', { name: 'Dismiss' }).focus());
    pass(60_000);
    expect(screen.getByText('Done')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('Done')).toBeNull();
  });
});
