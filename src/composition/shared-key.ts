/** Where the tab remembers what another app has shared, until a person has kept or discarded it. */
export const sharedKey = 'satchel.shared';
