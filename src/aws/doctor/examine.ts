import type { Told } from '../diagnosis.ts';
import { apiChecks } from './api-checks.ts';
import { createAsk } from './ask.ts';
import { bucketChecks } from './bucket-checks.ts';
import {
  type Check,
  type CheckState,
  type DoctorParts,
  fine,
  type Known,
  type Plan,
  untold,
  type Visitor,
  wrong,
} from './check.ts';
import { cognitoChecks } from './cognito-checks.ts';

/**
 * Runs all checks in order and tells how they stand after each. Where `signal` aborts, the rest is left out. What was put into the
 * bucket goes again in any case, and no note is ever touched.
 */
export async function examine(
  parts: DoctorParts,
  onChange: (checks: readonly Check[]) => void,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const visitor = await parts.visitor();
  const plans = plansOf(parts, visitor);
  const states = new Map<string, CheckState>();
  let known: Known = { ahead: 0 };
  const checks = () =>
    plans.map(({ id, title }): Check => ({ id, title, state: states.get(id) ?? { kind: 'waiting' } }));
  const tell = (id: string, state: CheckState) => {
    states.set(id, state);
    onChange(checks());
  };
  const run = async ({ id, run: runs }: Plan, until: AbortSignal) => {
    tell(id, { kind: 'running' });
    const { learnt = {}, ...state } = await runs(known, until);
    known = { ...known, ...learnt };
    tell(id, until.aborted && state.kind !== 'fine' ? cancelled : state);
  };
  onChange(checks());
  for (const plan of plans) {
    const left = leftOut(plan, states, parts, visitor);
    const mustGo = plan.id === 'delete' && states.get('put')?.kind === 'fine';
    if (left === null && mustGo) await run(plan, new AbortController().signal);
    else if (signal.aborted) tell(plan.id, cancelled);
    else if (left !== null) tell(plan.id, left);
    else await run(plan, signal);
  }
  return checks();
}

const skipped = (why: Told): CheckState => ({ kind: 'skipped', why, stops: true });
const cancelled = skipped({ message: 'You stopped before.' });
const failedBefore = skipped({ message: 'Not looked at, because an earlier check failed.' });

/** How a check stands that makes no sense; null where it does. */
function leftOut(
  { needs, needsPerson, needsOrigin }: Plan,
  states: ReadonlyMap<string, CheckState>,
  { origin }: DoctorParts,
  visitor: Visitor,
): CheckState | null {
  const before = needs.map((id) => states.get(id));
  if (before.some((state) => state?.kind === 'wrong')) return failedBefore;
  if (needsPerson && visitor.kind === 'nobody') return skipped({ message: 'Sign in to have this looked at.' });
  if (needsOrigin && origin === null)
    return untold({ message: 'Give the address of your site to have this looked at.' });
  return before.some((state) => state?.kind === 'skipped' && state.stops) ? failedBefore : null;
}

function plansOf(parts: DoctorParts, visitor: Visitor): readonly Plan[] {
  const ask = createAsk(parts);
  const settings: Plan = {
    id: 'settings',
    title: { message: 'Settings' },
    needs: [],
    run: async () =>
      parts.problems.length === 0
        ? fine({ message: 'They are complete, and of one region.' })
        : wrong(
            {
              message: 'Settings are wrong: {problems}',
              values: { problems: parts.problems.join(' ') },
              change: {
                message:
                  'Correct them where Satchel is built (.env, or the settings of the build), and build it again.',
              },
              where: null,
            },
            '',
          ),
  };
  return [settings, ...cognitoChecks(parts, ask, visitor), ...apiChecks(parts, ask), ...bucketChecks(parts, ask)];
}
