import { expect, it } from 'vitest';
import { bucketCorsRules } from '#src/aws/bucket-diagnoses.ts';
import { bucketCorsRule } from '../../../infra/policies/bucket-cors.ts';

it('the rules that the connection check gives are those that are deployed', () => {
  expect(JSON.parse(bucketCorsRules('https://notes.example'))).toEqual([bucketCorsRule(['https://notes.example'])]);
});
