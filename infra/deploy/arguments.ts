import { parseArgs } from 'node:util';

const POSSIBLE = 'There are --stage NAME, --dry-run and, to destroy without being asked, --yes.';

export type ArgumentsRead =
  /** `stage`: undefined where none was written. */
  | { readonly ok: true; readonly stage: string | undefined; readonly isDryRun: boolean; readonly isSure: boolean }
  | { readonly ok: false; readonly problem: string };

/** What was written behind `npm run deploy --`. */
export function readArguments(args: readonly string[]): ArgumentsRead {
  const options = {
    stage: { type: 'string' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    // As a script writes it whose variable is not set: the usual stage is not what it means.
    if (values.stage === '') return { ok: false, problem: '--stage is empty: name one, such as prod or test.' };
    return { ok: true, stage: values.stage, isDryRun: values['dry-run'] ?? false, isSure: values.yes ?? false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, problem: `${error.message.replace(/\.?$/, '.')} ${POSSIBLE}` };
  }
}
