import { sentenceFor } from './failures.ts';
import { keptBy } from './kept.ts';
import { readOutputs } from './outputs.ts';
import { outputsFile, stackName } from './plan.ts';
import type { DeployWorld } from './world.ts';

/** S3 deletes that many at once. */
const AT_ONCE = 1000;

/** `dry run`: nothing is removed, only told. */
type Certainty = 'dry run' | 'sure' | 'to be asked';

/** Removes the stack of a stage, except for what people have put into it. Whether that was done as asked. */
export async function runDestroy(stage: string, certainty: Certainty, world: DeployWorld): Promise<boolean> {
  const name = stackName(stage);
  const outputs = readOutputs(await world.read(outputsFile(stage)), stage);
  const template = await world.read(`cdk.out/${name}.template.json`);
  if (outputs === null || template === null) {
    world.say(
      `This folder does not know ${name}, since it was not deployed from here: run npm run deploy -- --stage ${stage} first, with AWS_REGION set to the region that it is in.`,
    );
    return false;
  }
  const kept = keptBy(template, outputs).map((line) => `  - ${line}`);
  world.say(
    `${name} in ${outputs.Region} goes: the site at ${outputs.SiteAddress} with its files, the API, its function, roles, alarms.`,
  );
  world.say(`These stay, and go on costing what they hold:\n${kept.join('\n')}`);
  if (certainty === 'dry run') {
    world.say('This was a dry run: nothing was removed.');
    return true;
  }
  if (certainty === 'to be asked' && (await world.ask(`Type ${stage} to remove the rest: `)).trim() !== stage) {
    world.say('Nothing was removed.');
    return false;
  }
  const missing = await world.missingCredentials();
  if (missing !== null) {
    world.say(sentenceFor(missing));
    return false;
  }
  try {
    const bucket = world.bucket(outputs.Region, outputs.SiteBucketName);
    const keys = await bucket.keys('');
    for (let at = 0; at < keys.length; at += AT_ONCE) await bucket.remove(keys.slice(at, at + AT_ONCE));
  } catch (error) {
    // It may be gone since the last time.
    if (!(error instanceof Error) || error.name !== 'NoSuchBucket') {
      world.say(
        `${error}\nThe site's bucket could not be emptied, and nothing else was removed. ${sentenceFor(String(error))}`,
      );
      return false;
    }
  }
  // CDK finds nothing to remove elsewhere, and calls that a success.
  const environment = { SATCHEL_STAGE: stage, SATCHEL_REGION: outputs.Region };
  const { ok, output } = await world.run({ program: 'cdk', args: ['destroy', name, '--force'], environment });
  if (!ok) world.say(`\nThe stack is not gone. ${sentenceFor(output)} Then run the same command again.`);
  else
    world.say(
      `\n${name} is gone. Kept:\n${kept.join('\n')}\ndocs/deploying.md says how to delete these, or to use them again.`,
    );
  return ok;
}
