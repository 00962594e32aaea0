import * as v from 'valibot';
import { stage as stageName } from './settings-parts.ts';

export const settingsFile = 'satchel.config.json';

export const inTheFile = (name: string) => `"${name}" in ${settingsFile}`;

export const notASetting = (name: string) =>
  `${name} is not a setting of Satchel: see docs/deploying.md for those that are.`;

/** Where neither the file nor anybody names another. */
export const usualStage = 'prod';

/** CloudFront gives a domain to one distribution, so that the stage that the file is for has what is at its top, and no other. */
const ofOneStage: readonly string[] = ['siteDomain', 'siteCertificate'];

export interface FileSettings {
  /** A sentence for each thing that is wrong with its shape, or with names in it. */
  readonly problems: readonly string[];
  /** What it sets for the stage; values are not looked at. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Where a setting of the stage stands: `region` or `stages.test.region`. */
  readonly place: (name: string) => string;
  /** What other stages have for their domain. */
  readonly takenDomains: readonly unknown[];
}

const Settings = v.record(v.string(), v.unknown());
type Settings = v.InferOutput<typeof Settings>;
const isSettings = (value: unknown): value is Settings => v.is(Settings, value) && !Array.isArray(value);

const isOfStages = (stages: Settings): stages is Readonly<Record<string, Settings>> =>
  Object.values(stages).every(isSettings);

const wrong = (problem: string): FileSettings => ({
  problems: [problem],
  values: {},
  place: (name) => name,
  takenDomains: [],
});

/**
 * What satchel.config.json (undefined: there is none) sets for a stage: what stands under the stage's name in `stages`, where null takes a
 * setting away, and then what stands at the top. `asked`: the stage; empty: the usual one; undefined: the one that the file is for.
 */
export function settingsInFile(file: unknown, asked: string | undefined, known: readonly string[]): FileSettings {
  const whole = file ?? {};
  if (!isSettings(whole)) return wrong(`${settingsFile} must hold one object: {"stage": "prod", …}.`);
  const { stages = {}, ...top } = whole;
  if (!isSettings(stages) || !isOfStages(stages)) {
    const example = '{"test": {"siteDomain": "test.example.com", …}}';
    return wrong(`${inTheFile('stages')} must hold an object for each stage: ${example}.`);
  }
  const byStage = new Map(Object.entries(stages));
  const main = typeof top.stage === 'string' ? top.stage : usualStage;
  const stage = asked === '' ? usualStage : (asked ?? main);
  const own = byStage.get(stage) ?? {};
  const values = { ...(stage === main ? top : without(ofOneStage, top)), ...own };
  const others = [...new Set([main, ...byStage.keys()])].filter((name) => name !== stage);
  return {
    problems: [
      ...Object.keys(top).flatMap((name) => (known.includes(name) ? [] : [notASetting(inTheFile(name))])),
      ...[...byStage].flatMap(([name, settings]) => problemsOf(name, settings, known)),
    ],
    values: without(
      Object.keys(own).filter((name) => own[name] === null),
      values,
    ),
    place: (name) => (name in own ? `stages.${stage}.${name}` : name),
    takenDomains: others.map((name) => ({ ...(name === main ? top : {}), ...byStage.get(name) }).siteDomain),
  };
}

function problemsOf(stage: string, settings: Settings, known: readonly string[]): readonly string[] {
  const { issues = [] } = v.safeParse(stageName, stage, { abortPipeEarly: true });
  return [
    ...issues.map(({ message }) => `${inTheFile(`stages.${stage}`)} ${message}`),
    ...Object.keys(settings)
      .filter((name) => name === 'stage' || !known.includes(name))
      .map((name) => notASetting(inTheFile(`stages.${stage}.${name}`))),
  ];
}

const without = (names: readonly string[], settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));
