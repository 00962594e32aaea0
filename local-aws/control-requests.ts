import * as v from 'valibot';
import { faultEffects } from './faults.ts';

const service = v.picklist(['user-pool', 'identity-pool', 'notes', 's3']);
const wholeNumber = v.pipe(v.number(), v.integer());

/** `POST /__aws/faults` */
export const faultRequest = v.pipe(
  v.strictObject({
    service,
    operation: v.optional(v.string()),
    effect: v.picklist(faultEffects),
    status: v.optional(v.pipe(wholeNumber, v.minValue(200), v.maxValue(599))),
    delayMs: v.optional(v.pipe(wholeNumber, v.minValue(0), v.maxValue(600_000))),
    times: v.optional(v.pipe(wholeNumber, v.minValue(1)), 1),
  }),
  v.check(
    ({ effect, status }) => status === undefined || effect === 'html' || (effect === 'error' && status >= 400),
    'status is for "html", and from 400 on for "error"',
  ),
  v.check(
    ({ effect, delayMs }) => (delayMs === undefined) === (effect !== 'delay'),
    'delayMs is needed for "delay", and for nothing else',
  ),
);

/** `POST /__aws/clock` */
export const clockRequest = v.strictObject({ offsetMs: v.pipe(v.number(), v.finite()) });

/** `POST /__aws/users` */
export const userRequest = v.strictObject({
  email: v.pipe(v.string(), v.email()),
  temporaryPassword: v.optional(v.string(), 'Temporary-1'),
});
