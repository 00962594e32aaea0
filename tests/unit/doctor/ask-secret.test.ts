import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { askSecret } from '#src/doctor/ask-secret.ts';

/** A terminal that is asked for a secret; what is typed comes as it is given here. */
function ask(...typed: readonly string[]) {
  const modes: boolean[] = [];
  const terminal = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => void modes.push(isRaw),
  });
  let shown = '';
  const answer = askSecret('Password: ', terminal, (text) => {
    shown += text;
  });
  for (const keys of typed) terminal.write(keys);
  return answer.then((secret) => ({ secret, shown, modes }));
}

it('takes a line and shows nothing of it, with the terminal as it was', async () => {
  expect(await ask('Pass', 'w0rd!\r')).toEqual({ secret: 'Passw0rd!', shown: 'Password: \n', modes: [true, false] });
});

it('knows the keys that correct, and leaves out those that type nothing', async () => {
  expect(await ask('wrong\u0015', 'pä\u007fass\u001b[D', '\u001b[200~word\u001b[201~', '\r')).toMatchObject({
    secret: 'password',
  });
});

it.each([
  ['Ctrl C', 'abc\u0003'],
  ['Ctrl D', '\u0004'],
])('gives up at %s', async (_, keys) => {
  expect(await ask(keys)).toMatchObject({ secret: null, modes: [true, false] });
});

it('reads the first line of what is no terminal, with an end or without', async () => {
  const given = (text: string) => {
    const pipe = new PassThrough();
    pipe.end(text);
    return askSecret('', pipe, () => {});
  };
  expect(await given('one\ntwo\n')).toBe('one');
  expect(await given('one')).toBe('one');
  expect(await given('')).toBeNull();
});
