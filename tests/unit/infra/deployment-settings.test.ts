import { describe, expect, it } from 'vitest';
import { readDeploymentSettings } from '../../../infra/deployment-settings.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45';

/** The settings that are read; fails where they are refused. */
function settings(environment: Record<string, string>, file?: unknown) {
  const read = readDeploymentSettings(environment, file);
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'));
  return read.settings;
}

function problems(environment: Record<string, string>, file?: unknown) {
  const read = readDeploymentSettings(environment, file);
  return read.kind === 'wrong' ? read.problems : [];
}

describe('the settings of a deployment', () => {
  it('may all be left out', () => {
    expect(settings({ HOME: '/root', SATCHEL_BUNDLE: 'keep', SATCHEL_REGION: '' })).toEqual({
      stage: 'prod',
      region: null,
      site: null,
      signUp: 'open',
      mfa: 'optional',
      passkeys: false,
      identityProviders: [],
      versionedUploads: false,
      listing: false,
      alarmEmail: null,
      budgetUsd: null,
    });
  });

  it('may stand in the environment', () => {
    const environment = {
      SATCHEL_STAGE: 'test',
      SATCHEL_REGION: 'ap-southeast-3',
      SATCHEL_SITE_DOMAIN: 'notes.example.com',
      SATCHEL_SITE_CERTIFICATE: certificate,
      SATCHEL_SIGN_UP: 'invited',
      SATCHEL_MFA: 'off',
      SATCHEL_PASSKEYS: 'true',
      SATCHEL_VERSIONED_UPLOADS: 'true',
      SATCHEL_LISTING: 'false',
      SATCHEL_ALARM_EMAIL: 'ann@example.com',
      SATCHEL_BUDGET_USD: '2.5',
    };
    expect(settings(environment)).toEqual({
      stage: 'test',
      region: 'ap-southeast-3',
      site: { domain: 'notes.example.com', certificateArn: certificate },
      signUp: 'invited',
      mfa: 'off',
      passkeys: true,
      identityProviders: [],
      versionedUploads: true,
      listing: false,
      alarmEmail: 'ann@example.com',
      budgetUsd: 2.5,
    });
  });

  it('may stand in the file, and the environment comes before it', () => {
    const file = { stage: 'home', listing: true, budgetUsd: 3, alarmEmail: 'ann@example.com' };
    expect(settings({ SATCHEL_STAGE: 'test' }, file)).toMatchObject({ stage: 'test', listing: true, budgetUsd: 3 });
  });

  it('are taken away from the file by an empty one in the environment', () => {
    const file = {
      stage: 'home',
      region: 'eu-central-1',
      siteDomain: 'notes.example.com',
      siteCertificate: certificate,
    };
    const emptied = { SATCHEL_REGION: '', SATCHEL_SITE_DOMAIN: '', SATCHEL_SITE_CERTIFICATE: '' };
    expect(settings(emptied, file)).toMatchObject({ stage: 'home', region: null, site: null });
    expect(settings({ SATCHEL_STAGE: '' }, file)).toMatchObject({ stage: 'prod', region: 'eu-central-1', site: null });
  });

  it('may name providers of accounts, whose secrets are elsewhere', () => {
    const identityProviders = {
      google: { clientId: '1-a.apps.googleusercontent.com', secretName: 'satchel/google' },
      facebook: { clientId: '4711', secretName: 'satchel/facebook' },
      oidc: { name: 'Club', clientId: 'satchel', secretName: 'satchel/club', issuer: 'https://login.example.org' },
      saml: { name: 'Office', metadataUrl: 'https://idp.example.org/metadata.xml' },
    };
    expect(settings({}, { identityProviders }).identityProviders).toEqual([
      { kind: 'google', ...identityProviders.google },
      { kind: 'facebook', ...identityProviders.facebook },
      { kind: 'oidc', ...identityProviders.oidc },
      { kind: 'saml', ...identityProviders.saml },
    ]);
  });
});

describe('the settings of a second stage', () => {
  const file = {
    siteDomain: 'notes.example.com',
    siteCertificate: certificate,
    alarmEmail: 'ann@example.com',
    budgetUsd: 5,
    stages: {
      test: { listing: true, budgetUsd: null },
      demo: { siteDomain: 'demo.example.com', siteCertificate: certificate },
    },
  };

  it('are those of the file, but for the domain, which is that of the stage that the file is for', () => {
    expect(settings({}, file)).toMatchObject({ stage: 'prod', site: { domain: 'notes.example.com' }, listing: false });
    expect(settings({ SATCHEL_STAGE: 'prod' }, file).site?.domain).toBe('notes.example.com');
    expect(settings({ SATCHEL_STAGE: 'other' }, file)).toMatchObject({ site: null, alarmEmail: 'ann@example.com' });
    expect(settings({ SATCHEL_STAGE: 'prod' }, { ...file, stage: 'home' }).site).toBe(null);
  });

  it('may be set for it alone, or taken away with null', () => {
    expect(settings({ SATCHEL_STAGE: 'test' }, file)).toMatchObject({ site: null, listing: true, budgetUsd: null });
    expect(settings({ SATCHEL_STAGE: 'demo' }, file)).toMatchObject({
      site: { domain: 'demo.example.com' },
      listing: false,
      budgetUsd: 5,
    });
    expect(settings({ SATCHEL_STAGE: 'test', SATCHEL_LISTING: 'false' }, file).listing).toBe(false);
  });

  it.each([
    [
      { SATCHEL_SITE_DOMAIN: 'demo.example.com', SATCHEL_SITE_CERTIFICATE: certificate },
      {},
      'SATCHEL_SITE_DOMAIN is another',
    ],
    [
      { SATCHEL_STAGE: 'test' },
      { test: { siteDomain: 'notes.example.com', siteCertificate: certificate } },
      '"stages.test.siteDomain" in satchel.config.json is another stage',
    ],
    [{}, { Test: {} }, '"stages.Test" in satchel.config.json must be up to 10 lower-case'],
    [{}, { test: { stage: 'x' } }, '"stages.test.stage" in satchel.config.json is not a setting'],
    [{}, { test: { lising: true } }, '"stages.test.lising" in satchel.config.json is not a setting'],
    [{}, { test: true }, '"stages" in satchel.config.json must hold an object for each stage'],
    [{}, ['test'], '"stages" in satchel.config.json must hold an object for each stage'],
    [{ SATCHEL_STAGE: 'test' }, { test: { mfa: 'on' } }, '"stages.test.mfa" in satchel.config.json must be off'],
  ])('%j with the stages %j get a sentence: %s', (environment, stages, words) => {
    const found = problems(environment, {
      ...file,
      stages: Array.isArray(stages) ? stages : { ...file.stages, ...stages },
    });
    expect(found).toEqual([expect.stringMatching(/\.$/)]);
    expect(found[0]).toContain(words);
  });
});

describe('settings with something wrong', () => {
  it.each([
    ['SATCHEL_STAGE', 'Prod', 'lower-case'],
    ['SATCHEL_STAGE', 'my-stage', 'lower-case'],
    ['SATCHEL_STAGE', 'production1', 'up to 10'],
    ['SATCHEL_STAGE', ' prod', 'spaces'],
    ['SATCHEL_REGION', 'eu-central-1b', 'availability zone'],
    ['SATCHEL_REGION', 'Frankfurt', 'not an AWS region'],
    ['SATCHEL_REGION', 'cn-north-1', 'outside'],
    ['SATCHEL_SITE_DOMAIN', 'https://notes.example.com', 'bare host name'],
    ['SATCHEL_SITE_DOMAIN', 'notes', 'not a host name'],
    ['SATCHEL_SITE_CERTIFICATE', certificate.replace('us-east-1', 'eu-west-1'), 'us-east-1'],
    ['SATCHEL_SITE_CERTIFICATE', 'my certificate', 'not the ARN'],
    ['SATCHEL_SIGN_UP', 'closed', 'open or invited'],
    ['SATCHEL_MFA', 'on', 'off or optional'],
    ['SATCHEL_PASSKEYS', 'yes', 'true or false'],
    ['SATCHEL_ALARM_EMAIL', 'ann', 'not an e-mail address'],
    ['SATCHEL_BUDGET_USD', 'five', 'number of US dollars'],
    ['SATCHEL_BUDGET_USD', '0.5', '1 US dollar or more'],
    ['SATCHEL_STAG', 'test', 'not a setting'],
    ['SATCHEL_SITE_DOMAIN', 'notes.example.com', 'SATCHEL_SITE_CERTIFICATE'],
    ['SATCHEL_SITE_CERTIFICATE', certificate, 'SATCHEL_SITE_DOMAIN'],
    ['SATCHEL_BUDGET_USD', '5', 'SATCHEL_ALARM_EMAIL'],
  ])('get a sentence for %s=%s: %s', (name, value, words) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    expect(found[0]).toContain(words);
  });

  it.each([
    [['prod'], 'satchel.config.json must hold one object'],
    ['prod', 'satchel.config.json must hold one object'],
    [{ stage: 7 }, '"stage" in satchel.config.json must be a short name'],
    [{ mfa: true }, '"mfa" in satchel.config.json must be off or optional'],
    [{ region: '' }, '"region" in satchel.config.json is empty'],
    [{ pasKeys: true }, '"pasKeys" in satchel.config.json is not a setting'],
    [{ identityProviders: 'google' }, '"identityProviders" in satchel.config.json must be an object'],
    [{ identityProviders: { twitter: {} } }, '"identityProviders.twitter" in satchel.config.json is unknown'],
    [{ identityProviders: { google: true } }, '"identityProviders.google" in satchel.config.json is missing or not'],
    [
      { identityProviders: { google: { clientId: 'a', secretName: 'b', clientSecret: 'c' } } },
      '"identityProviders.google.clientSecret" in satchel.config.json is unknown',
    ],
    [
      { identityProviders: { saml: { name: 'Google', metadataUrl: 'https://a.example' } } },
      '"identityProviders.saml.name" in satchel.config.json is taken',
    ],
    [
      { identityProviders: { saml: { name: 'Office', metadataUrl: 'http://a.example' } } },
      '"identityProviders.saml.metadataUrl" in satchel.config.json is not an address',
    ],
  ])('get a sentence for %j in the file: %s', (file, words) => {
    const found = problems({}, file);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
    expect(found[0]).toMatch(/\.$/);
  });

  it('get a sentence each, in one go', () => {
    expect(problems({ SATCHEL_MFA: 'on' }, { stage: 'A', listing: 'maybe' })).toEqual([
      '"stage" in satchel.config.json must be up to 10 lower-case letters and digits, a letter first, such as prod or test.',
      'SATCHEL_MFA must be off or optional.',
      '"listing" in satchel.config.json must be true or false.',
    ]);
  });
});
