/** The message by which a page asks a service worker that waits to be the one in charge. */
export const takeOver = 'satchel: take over';
