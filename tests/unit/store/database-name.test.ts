import { describe, expect, it } from 'vitest';
import { databaseName } from '#src/store/database-name.ts';

const owner = { sub: 's', identityId: 'us-east-1:i', apiUrl: 'https://API.example.com/prod' };

describe("a database's name", () => {
  it('differs with the person and with the backend', () => {
    const names = [
      owner,
      { ...owner, sub: 's2' },
      { ...owner, identityId: 'us-east-1:j' },
      { ...owner, apiUrl: 'https://api.example.com/dev' },
      { ...owner, sub: 's/us-east-1:i', identityId: '' },
    ].map(databaseName);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is the same however the address is written', () => {
    expect(databaseName({ ...owner, apiUrl: 'https://api.example.com:443/prod/' })).toBe(databaseName(owner));
  });
});
