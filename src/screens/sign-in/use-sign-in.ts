import { useCallback, useEffect, useState } from 'react';
import { type AwsFailure, type Session, useServices } from '#src/services.ts';
import { authenticatorWords } from '#src/words/languages.ts';
import { useWords } from '#src/words/use-words.ts';
import type { Language } from '#src/words/words.ts';

type Prepared = Awaited<ReturnType<Session['prepareSignIn']>>;
export type AuthenticatorParts = Extract<Prepared, { ok: true }>['value'];

export type SignInPhase =
  | { readonly kind: 'preparing' }
  /** The Authenticator is on. */
  | { readonly kind: 'asking'; readonly parts: AuthenticatorParts }
  | { readonly kind: 'completing' }
  | { readonly kind: 'failed'; readonly failure: AwsFailure; readonly at: 'preparing' | 'completing' }
  | { readonly kind: 'signed in' };

export interface SignIn {
  readonly phase: SignInPhase;
  /** The Authenticator has let somebody in. */
  readonly complete: () => void;
  readonly tryAgain: () => void;
  /** Ends the half-made session, so that the form comes back. */
  readonly useAnotherAccount: () => void;
}

/** The way into the app: what is loaded and asked, one after the other. Whoever is signed in already is let in at once. */
export function useSignIn(): SignIn {
  const { session } = useServices();
  const { language } = useWords();
  const [phase, setPhase] = useState<SignInPhase>({ kind: 'preparing' });
  const complete = useCallback(() => setPhase({ kind: 'completing' }), []);
  const prepareAgain = useCallback(() => setPhase({ kind: 'preparing' }), []);

  useEffect(() => {
    if (phase.kind !== 'preparing' && phase.kind !== 'completing') return;
    let current = true;
    const next = phase.kind === 'preparing' ? prepare(session, language, complete) : finish(session);
    void next.then((reached) => {
      if (current) setPhase(reached);
    });
    return () => {
      current = false;
    };
  }, [phase.kind, session, language, complete]);

  return {
    phase,
    complete,
    tryAgain: phase.kind === 'failed' && phase.at === 'completing' ? complete : prepareAgain,
    useAnotherAccount: () => void session.signOut().then(prepareAgain),
  };
}

async function prepare(session: Session, language: Language, onSignedIn: () => void): Promise<SignInPhase> {
  const user = session.user();
  if (user !== null) {
    const checked = await session.check(user);
    // Offline, or with AWS in trouble, the notes on the device are still theirs.
    if (checked.ok || checked.failure.kind !== 'signed-out') return { kind: 'signed in' };
  }
  // In English where the other words cannot be loaded.
  const words = await authenticatorWords(language).catch(() => null);
  const prepared = await session.prepareSignIn(onSignedIn, ...(words === null ? [] : [{ language, words }]));
  return prepared.ok
    ? { kind: 'asking', parts: prepared.value }
    : { kind: 'failed', failure: prepared.failure, at: 'preparing' };
}

async function finish(session: Session): Promise<SignInPhase> {
  const completed = await session.completeSignIn();
  return completed.ok ? { kind: 'signed in' } : { kind: 'failed', failure: completed.failure, at: 'completing' };
}
