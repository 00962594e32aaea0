import { parseArgs } from 'node:util';

export type ArgumentsRead =
  | { readonly ok: true; readonly stage: string; readonly isDryRun: boolean; readonly isSure: boolean }
  | { readonly ok: false; readonly problem: string };

/** What was written behind `npm run deploy --`; the stage may also come from the environment, as in every other place. */
export function readArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ArgumentsRead {
  const options = {
    stage: { type: 'string' },
    'dry-run': { type: 'boolean' },
    yes: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const stage = values.stage ?? (environment.SATCHEL_STAGE || 'prod');
    if (!/^[a-z][a-z0-9]{0,9}$/.test(stage))
      return {
        ok: false,
        problem: `--stage must be a short name such as prod or test: small letters and digits, not ${stage}.`,
      };
    return { ok: true, stage, isDryRun: values['dry-run'] ?? false, isSure: values.yes ?? false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false, problem: `${error.message} There are --stage NAME, --dry-run (deploy) and --yes (destroy).` };
  }
}
