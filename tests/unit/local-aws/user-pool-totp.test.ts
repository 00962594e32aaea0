import { describe, expect, it } from 'vitest';
import { checkTotp, toBase32 } from '../../../local-aws/user-pool/totp.ts';

// RFC 6238, appendix B (SHA-1), the last six of its eight digits.
const vectors: readonly (readonly [seconds: number, code: string])[] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
];
const secret = toBase32(Buffer.from('12345678901234567890'));

describe('codes of an authenticator', () => {
  it('writes secrets as authenticators read them', () => {
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(toBase32(Buffer.from('foob'))).toBe('MZXW6YQ');
  });

  it.each(vectors)('takes the code that RFC 6238 gives for second %i', (seconds, code) => {
    expect(checkTotp(secret, code, seconds * 1000, 0)).toEqual({ kind: 'good', step: Math.floor(seconds / 30) });
  });

  it('takes a code one step early or late, and not two', () => {
    const [seconds, code] = [1234567890, '005924'];
    const kindAt = (stepsOff: number) => checkTotp(secret, code, (seconds + stepsOff * 30) * 1000, 0).kind;
    expect([-2, -1, 0, 1, 2].map(kindAt)).toEqual(['wrong', 'good', 'good', 'good', 'wrong']);
  });

  it('takes no code twice, and none older than the last', () => {
    const step = Math.floor(1234567890 / 30);
    expect(checkTotp(secret, '005924', 1234567890_000, step).kind).toBe('used');
    expect(checkTotp(secret, '005924', 1234567890_000, step + 1).kind).toBe('used');
    expect(checkTotp(secret, '005924', 1234567890_000, step - 1).kind).toBe('good');
  });

  it('refuses what is no code', () => {
    expect(checkTotp(secret, 'ööö', 59_000, 0).kind).toBe('wrong');
    expect(checkTotp(secret, '', 59_000, 0).kind).toBe('wrong');
  });
});
