import { isNotPrepared, sentenceFor } from './failures.ts';
import { type Outputs, readOutputs, settingsFrom } from './outputs.ts';
import { deployPlan, inWords, outputsFile, type Step } from './plan.ts';
import { uploadSite } from './upload-site.ts';
import type { DeployWorld } from './world.ts';

const AGAIN = 'What is done already stays as it is: run the same command again when that is settled.';

/** A stage that was deployed from this folder stays in its region. */
export async function planFor(stage: string, world: Pick<DeployWorld, 'read'>): Promise<readonly Step[]> {
  const before = readOutputs(await world.read(outputsFile(stage)), stage);
  return deployPlan(stage, before?.Region);
}

/** Carries the plan out, up to the first step that fails, and says why. Whether all of it was done. */
export async function runDeploy(stage: string, world: DeployWorld): Promise<boolean> {
  const run = { stage, outputs: null };
  for (const step of await planFor(stage, world)) {
    const problem = await done(step, run, world);
    if (problem !== null) {
      world.say(`\n${problem}\n${AGAIN}`);
      return false;
    }
  }
  return true;
}

interface Run {
  readonly stage: string;
  outputs: Outputs | null;
}

/** Null where the step is done; else a sentence that says what to do. */
async function done(step: Step, run: Run, world: DeployWorld): Promise<string | null> {
  if (step.kind === 'credentials') {
    const missing = await world.missingCredentials();
    return missing === null ? null : sentenceFor(missing);
  }
  if (step.kind === 'stack') {
    world.say(inWords(step));
    const problem = await makeStack(step, world);
    if (problem !== null) return problem;
    run.outputs = readOutputs(await world.read(step.outputsFile), run.stage);
    return run.outputs === null
      ? `${step.outputsFile} has not all outputs of the stack: delete the file, and see that infra/stacks is as it was published.`
      : null;
  }
  const { outputs } = run;
  if (outputs === null) throw new Error('The plan asks for outputs before there is a stack.');
  if (step.kind === 'tell') {
    world.say(`\nSatchel is at ${outputs[step.what]}`);
    return null;
  }
  world.say(inWords(step));
  if (step.kind === 'build') {
    const environment = { ...step.command.environment, ...settingsFrom(step.settings, outputs) };
    const { ok } = await world.run({ ...step.command, environment });
    return ok ? null : 'The site could not be built, for the reason above; the one that is online is as it was.';
  }
  try {
    const bucket = world.bucket(outputs.Region, outputs[step.to]);
    world.say(`  ${await uploadSite(bucket, await world.files(step.from))} files sent`);
    return null;
  } catch (error) {
    world.say(String(error));
    return `Not all files of the site could be uploaded, and the page that is online is as it was. ${sentenceFor(String(error))}`;
  }
}

async function makeStack(step: Step & { readonly kind: 'stack' }, world: DeployWorld): Promise<string | null> {
  const first = await world.run(step.command);
  if (first.ok) return null;
  if (!isNotPrepared(first.output)) return sentenceFor(first.output);
  world.say('\nCDK has not been used in this account and region yet: preparing them, once for all.');
  const prepared = await world.run(step.prepare);
  if (!prepared.ok) {
    return `The account could not be prepared for CDK (npx cdk bootstrap), which makes a bucket and a few roles whose names begin with cdk-. ${sentenceFor(prepared.output)}`;
  }
  const second = await world.run(step.command);
  return second.ok ? null : sentenceFor(second.output);
}
