import { describe, expect, it } from 'vitest';
import { apiCors } from '../../../local-aws/notes-api/cors.ts';

describe.each(['versioned', 'tutorial'] as const)('CORS of API Gateway, %s profile', (profile) => {
  it('lets a page of any origin send what Amplify sends', () => {
    const { preflight } = apiCors(profile);
    expect(preflight['access-control-allow-origin']).toBe('*');
    expect(preflight['access-control-allow-methods']?.split(',')).toEqual(
      expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE']),
    );
    expect(preflight['access-control-allow-headers']?.toLowerCase().split(',')).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'x-amz-date', 'x-amz-security-token']),
    );
  });

  it('lets a page read a refusal', () => {
    expect(apiCors(profile).refusal['access-control-allow-origin']).toBe('*');
  });
});

describe('CORS of API Gateway', () => {
  it('lets a page read the time and when to try again, on the versioned profile alone', () => {
    expect(apiCors('versioned').refusal['access-control-expose-headers']).toMatch(/\bDate\b.*\bRetry-After\b/);
    expect(apiCors('tutorial').refusal).not.toHaveProperty('access-control-expose-headers');
  });
});
