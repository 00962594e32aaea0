import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import { failed } from '#src/notes/result.ts';

/**
 * The bucket, which is not asked for what is on its way there from the chosen file: it would say that there is none, and this device has no
 * bytes of it either.
 */
export const withoutComing = (
  objects: ObjectStorage,
  isComing: (key: string) => Promise<boolean>,
): Pick<ObjectStorage, 'facts' | 'read' | 'address'> => ({
  facts: async (key) => ((await isComing(key)) ? failed(onItsWay) : objects.facts(key)),
  read: async (key, options) => ((await isComing(key)) ? failed(onItsWay) : objects.read(key, options)),
  address: async (key, as) => ((await isComing(key)) ? failed(onItsWay) : objects.address(key, as)),
});

export const onItsWay: AwsFailure = {
  kind: 'unavailable',
  message: 'This file is still on its way to S3. It can be downloaded once it has arrived.',
  details: '',
};
