import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownerSettings } from '../../../infra/owner-settings.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satchel-owner-'));
});
afterEach(() => rm(folder, { recursive: true }));

const write = (text: string) => writeFile(join(folder, 'satchel.config.json'), text);

describe('what an owner sets', () => {
  it('need not stand in a file', () => {
    expect(ownerSettings({ SATCHEL_STAGE: 'test' }, folder)).toMatchObject({ settings: { stage: 'test' } });
  });

  it('is read from the file, after the environment', async () => {
    await write('{"stage": "home", "listing": true}');
    expect(ownerSettings({ SATCHEL_STAGE: 'test' }, folder)).toMatchObject({
      settings: { stage: 'test', listing: true },
    });
  });

  it('is refused where the file is not JSON', async () => {
    await write('stage = home');
    expect(ownerSettings({}, folder)).toEqual({
      kind: 'wrong',
      problems: [expect.stringMatching(/^satchel\.config\.json is not JSON: .*\.$/)],
    });
  });
});
