import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { Landing } from '#src/screens/sign-in/landing.tsx';
import { LocalInboxNotice } from '#src/screens/sign-in/local-inbox-notice.tsx';
import { type InboxMessage, ServicesProvider } from '#src/services.ts';
import { createFakeServices } from '../support/fake-services.ts';
import { fakeValue } from '../support/fake-value.ts';
import { problemsOf } from './sign-in-axe.ts';

function open(kind: 'local' | 'aws', signUp: 'open' | 'invited' = 'open') {
  const { services } = createFakeServices({ user: null, connection: { kind, signUp } });
  return render(
    <ServicesProvider value={services}>
      <MemoryRouter>
        <Landing />
      </MemoryRouter>
    </ServicesProvider>,
  );
}

describe('the landing page', () => {
  it('says what this is and shows both ways in', async () => {
    const { container } = open('aws');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Notes that are yours');
    expect(screen.getByRole('link', { name: 'Sign In' }).getAttribute('href')).toBe('/login');
    expect(screen.getByRole('link', { name: 'Create Account' }).getAttribute('href')).toBe('/signup');
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    expect(screen.queryByText(/embedded AWS/)).toBeNull();
    expect(await problemsOf(container)).toEqual([]);
  });

  it('does not lead to an account where those are by invitation', () => {
    open('aws', 'invited');
    expect(screen.getByRole('link', { name: 'Sign In' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Create Account' })).toBeNull();
  });

  it('says in local mode that nothing leaves this computer', () => {
    open('local');
    expect(screen.getByText(/embedded AWS/)).toBeTruthy();
  });
});

const mail = (to: string, code: string, sentAt: number): InboxMessage => ({ to, kind: 'sign-up', code, sentAt });

describe('the notice of local mail', () => {
  const show = (inbox: ReturnType<typeof fakeValue<readonly InboxMessage[]>> | null, to?: string) => {
    const { services } = createFakeServices({ connection: { kind: 'local', inbox } });
    return render(
      <ServicesProvider value={services}>
        <LocalInboxNotice to={to} />
      </ServicesProvider>,
    );
  };

  it('shows the newest mail, and follows the inbox', async () => {
    const inbox = fakeValue<readonly InboxMessage[]>([mail('ada@example.com', '111111', 1)]);
    show(inbox);
    expect(screen.getByRole('status').textContent).toBe('Mail for ada@example.com: code 111111');
    inbox.set([mail('ada@example.com', '111111', 1), mail('bob@example.com', '222222', 2)]);
    expect(await screen.findByText('222222')).toBeTruthy();
  });

  it("shows one person's mail where it is asked to", () => {
    show(
      fakeValue<readonly InboxMessage[]>([mail('ada@example.com', '111111', 1), mail('bob@example.com', '2', 2)]),
      'Ada@Example.com ',
    );
    expect(screen.getByRole('status').textContent).toContain('111111');
  });

  it('is silent while there is none, and not there on AWS', () => {
    const { container } = show(null);
    expect(container.textContent).toBe('');
    show(fakeValue<readonly InboxMessage[]>([]));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
