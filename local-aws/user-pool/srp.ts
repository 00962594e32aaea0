import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '../service.ts';
import { account } from '../settings.ts';
import { bytesOf, generator, numberOf, power, prime } from './srp-group.ts';

/**
 * The server's half of Cognito's SRP-6a: RFC 5054 with SHA-256, a session key by HKDF (RFC 5869) under the label "Caldera Derived Key",
 * and a proof that covers pool name, user id, secret block and time. Read from what Amplify's client computes.
 */

/** What is kept of a password; both hexadecimal. */
export interface PasswordRecord {
  readonly salt: string;
  readonly verifier: string;
}

/** One run of the protocol, kept between the two requests. */
export interface Exchange {
  readonly userId: string;
  readonly password: PasswordRecord;
  readonly clientPublic: bigint;
  readonly serverSecret: bigint;
  readonly serverPublic: bigint;
}

export interface Proof {
  readonly secretBlock: Uint8Array;
  readonly timestamp: string;
  /** base64 */
  readonly signature: string;
}

const poolName = account.userPoolId.split('_')[1] ?? '';
const hash = (...parts: (string | Uint8Array)[]): Buffer => {
  const sha = createHash('sha256');
  for (const part of parts) sha.update(part);
  return sha.digest();
};
const multiplier = numberOf(hash(bytesOf(prime), bytesOf(generator)));

export function recordPassword(world: World, userId: string, password: string): PasswordRecord {
  const salt = numberOf(world.randomBytes(16));
  return { salt: salt.toString(16), verifier: verifierOf(userId, password, salt).toString(16) };
}

export function isPassword(record: PasswordRecord, userId: string, candidate: string): boolean {
  const verifier = verifierOf(userId, candidate, BigInt(`0x${record.salt}`));
  return sameBytes(bytesOf(verifier), bytesOf(BigInt(`0x${record.verifier}`)));
}

function verifierOf(userId: string, password: string, salt: bigint): bigint {
  return power(generator, numberOf(hash(bytesOf(salt), hash(`${poolName}${userId}:${password}`))));
}

/** The client's public number, or undefined where RFC 5054 (2.5.4) wants it refused: no number, or 0 modulo the prime. */
export function readClientPublic(hex: string): bigint | undefined {
  if (!/^[0-9a-f]{1,800}$/i.test(hex)) return undefined;
  const number = BigInt(`0x${hex}`);
  return number % prime === 0n ? undefined : number;
}

export function beginExchange(world: World, userId: string, password: PasswordRecord, clientPublic: bigint): Exchange {
  const serverSecret = numberOf(world.randomBytes(128));
  const verifier = BigInt(`0x${password.verifier}`);
  const serverPublic = (multiplier * verifier + power(generator, serverSecret)) % prime;
  return { userId, password, clientPublic, serverSecret, serverPublic };
}

/** Whether whoever made the proof knew the password. */
export function provesPassword(exchange: Exchange, proof: Proof): boolean {
  const scrambler = numberOf(hash(bytesOf(exchange.clientPublic), bytesOf(exchange.serverPublic)));
  if (scrambler === 0n) return false;
  const verifier = BigInt(`0x${exchange.password.verifier}`);
  const shared = power(exchange.clientPublic * power(verifier, scrambler), exchange.serverSecret);
  const pseudoRandom = createHmac('sha256', bytesOf(scrambler)).update(bytesOf(shared)).digest();
  const key = createHmac('sha256', pseudoRandom).update('Caldera Derived Key\u0001').digest().subarray(0, 16);
  const expected = createHmac('sha256', key)
    .update(poolName)
    .update(exchange.userId)
    .update(proof.secretBlock)
    .update(proof.timestamp)
    .digest();
  return sameBytes(expected, Buffer.from(proof.signature, 'base64'));
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
