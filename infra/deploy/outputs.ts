import * as v from 'valibot';
import { type OutputName, outputNames, stackName } from './plan.ts';

export type Outputs = Readonly<Record<OutputName, string>>;

/** Reads the file that `cdk deploy --outputs-file` writes; null where it has not all of the stage's outputs. */
export function readOutputs(text: string | null, stage: string): Outputs | null {
  const ofStack = v.object({
    [stackName(stage)]: v.object(v.entriesFromList(outputNames, v.pipe(v.string(), v.nonEmpty()))),
  });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ofStack), text);
  return parsed.success ? (parsed.output[stackName(stage)] ?? null) : null;
}

/** Each setting with the value of the output that it is named for. */
export const settingsFrom = (
  names: Readonly<Record<string, OutputName>>,
  outputs: Outputs,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([setting, output]) => [setting, outputs[output]]));
