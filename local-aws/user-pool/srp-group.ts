import { getDiffieHellman } from 'node:crypto';

/**
 * The 3072-bit group in which Cognito does SRP: the prime of RFC 5054, appendix A (which is group 15 of RFC 3526, as Node has it), with
 * the generator 2 where that RFC gives 5.
 */
export const prime = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
export const generator = 2n;

export function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % prime;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

/** Big-endian bytes with a zero sign bit: the form in which Cognito hashes every number. */
export function bytesOf(number: bigint): Buffer {
  const hex = number.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

export const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
