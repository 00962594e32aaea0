import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DeploymentSettingsRead, readDeploymentSettings } from './deployment-settings.ts';
import { settingsFile } from './settings-file.ts';

/** Reads an owner's settings from the environment and from satchel.config.json in `folder`, which need not be there. */
export function ownerSettings(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): DeploymentSettingsRead {
  const text = readIfThere(join(folder, settingsFile));
  if (text === null) return readDeploymentSettings(environment, undefined);
  try {
    return readDeploymentSettings(environment, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'wrong', problems: [`${settingsFile} is not JSON: ${error.message}.`] };
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
