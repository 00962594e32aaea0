import type { World } from './service.ts';

/** A random UUID (version 4, RFC 9562) from the world's dice. */
export function uuid(world: World): string {
  return uuidFrom(world.randomBytes(16));
}

/** The UUID of version 4 whose free bits are those of `bytes` (16 of them). */
export function uuidFrom(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, at) => {
    if (at === 6) return (byte & 0x0f) | 0x40;
    if (at === 8) return (byte & 0x3f) | 0x80;
    return byte;
  })
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
