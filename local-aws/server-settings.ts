import { resolve } from 'node:path';
import * as v from 'valibot';
import type { LocalAwsSettings } from './settings.ts';

/** What the servers on this computer are told by the environment. */
export interface ServerSettings {
  /** Of the page (PORT). */
  readonly port: number;
  /** Whether a person has chosen the port, so that no other will do. */
  readonly portIsChosen: boolean;
  readonly localAws: LocalAwsSettings & { readonly dir: string };
}

export type ServerSettingsRead =
  | { readonly ok: true; readonly settings: ServerSettings }
  /** One sentence each. */
  | { readonly ok: false; readonly problems: readonly string[] };

const DEFAULT_PORT = 5173;

const portMessage = 'must be a whole number from 1 to 65535.';

const entries = {
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+$/, portMessage),
      v.transform(Number),
      v.minValue(1, portMessage),
      v.maxValue(65535, portMessage),
    ),
  ),
  LOCAL_AWS_DIR: v.optional(v.string(), '.local-aws'),
  LOCAL_AWS_POLICY: v.optional(
    v.picklist(
      ['satchel', 'satchel-listing', 'tutorial-2017', 'tutorial-2018', 'tutorial-both'],
      'must be satchel, satchel-listing, tutorial-2017, tutorial-2018 or tutorial-both.',
    ),
    'satchel',
  ),
  LOCAL_AWS_API: v.optional(v.picklist(['versioned', 'tutorial'], 'must be versioned or tutorial.'), 'versioned'),
};

/** Reads PORT and LOCAL_AWS_… from an environment. Empty ones count as not set. `root`: the folder that a relative one starts from. */
export function readServerSettings(
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): ServerSettingsRead {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const names = Object.keys(entries);
  const unknown = Object.keys(set)
    .filter((name) => name.startsWith('LOCAL_AWS_') && !names.includes(name))
    .map((name) => `${name} is not a setting: there are ${names.slice(1).join(', ')}.`);
  const parsed = v.safeParse(v.object(entries), set, { abortPipeEarly: true });
  const issues = (parsed.issues ?? []).map((issue) => `${v.getDotPath(issue)} ${issue.message}`);
  if (!parsed.success || unknown.length > 0) return { ok: false, problems: [...unknown, ...issues] };
  const { PORT, LOCAL_AWS_DIR, LOCAL_AWS_POLICY, LOCAL_AWS_API } = parsed.output;
  return {
    ok: true,
    settings: {
      port: PORT ?? DEFAULT_PORT,
      portIsChosen: PORT !== undefined,
      localAws: { dir: resolve(root, LOCAL_AWS_DIR), policy: LOCAL_AWS_POLICY, api: LOCAL_AWS_API },
    },
  };
}
