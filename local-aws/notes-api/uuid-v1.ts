import type { World } from '../service.ts';

/** Between the UUID's epoch (1582-10-15) and that of `now`; ms. */
const EPOCH = 12_219_292_800_000n;

/** A time-based UUID (RFC 9562, version 1), the ids of the tutorial's function; clock sequence and node are random. */
export function uuidV1({ now, randomBytes }: World): string {
  const time = ((BigInt(now()) + EPOCH) * 10_000n).toString(16).padStart(15, '0');
  const random = Buffer.from(randomBytes(8));
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0);
  random.writeUInt8(random.readUInt8(2) | 0x01, 2);
  const rest = random.toString('hex');
  return `${time.slice(7)}-${time.slice(3, 7)}-1${time.slice(0, 3)}-${rest.slice(0, 4)}-${rest.slice(4)}`;
}
