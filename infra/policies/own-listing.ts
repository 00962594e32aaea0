import { type Deployment, IDENTITY } from './authenticated-role.ts';
import type { PolicyStatement } from './policy-document.ts';

/**
 * What lets people list their own objects, and so find files that no note names any more. It is not part of the policy by itself: nothing
 * else needs it, and it costs a little for every 1,000 objects. Getting a missing object still answers 403: there is no prefix in that.
 */
export const ownListing = ({ bucket }: Pick<Deployment, 'bucket'>): PolicyStatement => ({
  Sid: 'OwnListing',
  Effect: 'Allow',
  Action: ['s3:ListBucket'],
  Resource: [`arn:aws:s3:::${bucket}`],
  Condition: { StringLike: { 's3:prefix': [`${IDENTITY}/*`] } },
});
