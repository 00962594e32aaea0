import * as v from 'valibot';
import { readOutputs, settingsFrom } from '../../infra/deploy/outputs.ts';
import { outputsFile, siteSettings } from '../../infra/deploy/plan.ts';
import { stage as stageName } from '../../infra/settings-parts.ts';

export interface DeployedStage {
  /** The VITE_ settings that its site is built with. */
  readonly environment: Readonly<Record<string, string>>;
  /** The site's address. */
  readonly origin: string;
}

/** What `npm run deploy` wrote down of a stage; null where it did not, or not in this folder. `read`: null where there is no such file. */
export async function deployedStage(
  stage: string,
  read: (path: string) => Promise<string | null>,
): Promise<DeployedStage | null> {
  const outputs = v.is(stageName, stage) ? readOutputs(await read(outputsFile(stage)), stage) : null;
  if (outputs === null) return null;
  return { environment: settingsFrom(siteSettings, outputs), origin: outputs.SiteAddress };
}
