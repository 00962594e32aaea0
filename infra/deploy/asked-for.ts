import type { DeploymentSettingsRead } from '../deployment-settings.ts';
import { ownerSettings } from '../owner-settings.ts';
import { readArguments } from './arguments.ts';

type AskedFor =
  | { readonly ok: true; readonly stage: string; readonly isDryRun: boolean; readonly isSure: boolean }
  /** One sentence each. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * What a person wants: the arguments come before the environment, and that before satchel.config.json in `folder`. All settings are looked
 * at, so that a wrong one stops before anything is done.
 */
export function askedFor(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): AskedFor {
  const read = readArguments(args);
  if (!read.ok) return { ok: false, problems: [read.problem] };
  const chosen = read.stage === undefined ? {} : { SATCHEL_STAGE: read.stage };
  const settings: DeploymentSettingsRead = ownerSettings({ ...environment, ...chosen }, folder);
  if (settings.kind === 'wrong') {
    const written = read.stage === undefined ? 'SATCHEL_STAGE' : '--stage';
    return { ok: false, problems: settings.problems.map((problem) => problem.replace(/^SATCHEL_STAGE\b/, written)) };
  }
  return { ...read, stage: settings.settings.stage };
}
