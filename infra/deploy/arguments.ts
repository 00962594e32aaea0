import { parseArgs } from 'node:util';

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
    return { ok: true, stage: values.stage, isDryRun: values['dry-run'] ?? false, isSure: values.yes ?? false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      ok: false,
      problem: `${error.message} There are --stage NAME, --dry-run and, to destroy without being asked, --yes.`,
    };
  }
}
