import { parseArgs } from 'node:util';

export type OptionsRead =
  /** null: not given. `origin`: without a slash at its end. */
  | { readonly ok: true; readonly origin: string | null; readonly stage: string | null }
  /** In a sentence or two, with what there is. */
  | { readonly ok: false; readonly problem: string };

const usage = 'npm run doctor -- [--stage prod] [--origin https://notes.example.com]';

const noAddress = '--origin takes the address of your site with https://, and without a path.';

/** What was written behind `npm run doctor --`. */
export function readOptions(args: readonly string[]): OptionsRead {
  const options = { origin: { type: 'string' }, stage: { type: 'string' } } as const;
  try {
    const { origin, stage = null } = parseArgs({ args: [...args], options }).values;
    if (origin === undefined) return { ok: true, origin: null, stage };
    return /^https?:\/\/[^/]+\/?$/.test(origin) && URL.canParse(origin)
      ? { ok: true, origin: new URL(origin).origin, stage }
      : refused(noAddress);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refused(error.message);
  }
}

const refused = (problem: string): OptionsRead => ({ ok: false, problem: `${problem}\nUsage: ${usage}` });
