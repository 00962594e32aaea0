const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** After this the function is stopped; ms. API Gateway itself waits 29 s at most. */
export const FUNCTION_TIMEOUT = 15 * SECOND;

/** How far the clocks of two instances of the function may be apart; ms. Far more than Amazon Time Sync leaves. */
export const CLOCK_DIFFERENCE = MINUTE;

/** How far the global index may lag behind the table; ms. Usually well under a second. */
export const INDEX_LAG = 5 * MINUTE;

/** How long a tombstone is kept; ms. */
export const TOMBSTONE_LIFE = 90 * DAY;

/** Up to this age a cursor is served from the index; ms. Ten days less than tombstones live, so that none can be missing. */
export const CURSOR_LIFE = 80 * DAY;

/** The longest `content`, in bytes of UTF-8: DynamoDB takes items of 400 kB, names, ids and the attachment included. */
export const CONTENT_BYTES = 350_000;

/** The longest `attachment`: room for a whole S3 address with an object key of 1,024 bytes, every one of them percent-encoded. */
export const ATTACHMENT_BYTES = 4_096;

/** The longest id: DynamoDB's sort keys have 1,024 bytes, and that of the change index begins with a time. */
export const NOTE_ID_BYTES = 1_000;

/** Where a page of changes ends; bytes of JSON. One note alone may go beyond it. */
export const PAGE_BYTES = 1_000_000;

/** What Lambda lets a function answer; bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const LAMBDA_ANSWER_BYTES = 6 * 1024 * 1024;
