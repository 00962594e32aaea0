import { describe, expect, it } from 'vitest';
import { readServerSettings } from '../../../local-aws/server-settings.ts';

const read = (environment: Record<string, string | undefined>) => readServerSettings(environment, '/home/ada/satchel');

describe('the settings of the servers on this computer', () => {
  it('have defaults, also where they are empty', () => {
    const defaults = {
      ok: true,
      settings: {
        port: 5173,
        portIsChosen: false,
        localAws: { dir: '/home/ada/satchel/.local-aws', policy: 'satchel', api: 'versioned' },
      },
    };
    expect(read({})).toEqual(defaults);
    expect(read({ PORT: '', LOCAL_AWS_DIR: '', LOCAL_AWS_POLICY: '', LOCAL_AWS_API: '' })).toEqual(defaults);
  });

  it('are read', () => {
    const environment = {
      PORT: '8080',
      LOCAL_AWS_DIR: '/tmp/a',
      LOCAL_AWS_POLICY: 'tutorial-2018',
      LOCAL_AWS_API: 'tutorial',
    };
    expect(read(environment)).toEqual({
      ok: true,
      settings: {
        port: 8080,
        portIsChosen: true,
        localAws: { dir: '/tmp/a', policy: 'tutorial-2018', api: 'tutorial' },
      },
    });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 1 to 65535.'],
    [
      { LOCAL_AWS_POLICY: 'admin' },
      'LOCAL_AWS_POLICY must be satchel, satchel-listing, tutorial-2017, tutorial-2018 or tutorial-both.',
    ],
    [{ LOCAL_AWS_API: 'v2' }, 'LOCAL_AWS_API must be versioned or tutorial.'],
    [
      { LOCAL_AWS_FOLDER: '/tmp' },
      'LOCAL_AWS_FOLDER is not a setting: there are LOCAL_AWS_DIR, LOCAL_AWS_POLICY, LOCAL_AWS_API.',
    ],
  ])('are refused with a sentence where they are wrong: %j', (environment, sentence) => {
    expect(read(environment)).toEqual({ ok: false, problems: [sentence] });
  });
});
