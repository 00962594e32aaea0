import { describe, expect, it } from 'vitest';
import { deployed, stackOf } from './synthesised.ts';

const stack = deployed(stackOf());
const pool = stack.only('AWS::Cognito::UserPool');
const client = stack.only('AWS::Cognito::UserPoolClient');

describe('the user pool', () => {
  it('takes an e-mail address as the name, which counts once its code has come back', () => {
    expect(pool.Properties).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
  });

  it('asks for passwords of 12 characters of all kinds', () => {
    expect(pool.Properties.Policies).toMatchObject({
      PasswordPolicy: {
        MinimumLength: 12,
        RequireLowercase: true,
        RequireUppercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
      },
    });
  });

  it('offers authenticator apps, and no second factor by SMS', () => {
    expect(pool.Properties).toMatchObject({ MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] });
  });

  it('cannot be deleted, and stays when the stack goes', () => {
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});

describe('the app client', () => {
  it('has no secret, no OAuth, and signs in by SRP, which never sends the password', () => {
    expect(client.Properties).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: false,
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      SupportedIdentityProviders: ['COGNITO'],
    });
    expect(client.Properties).not.toHaveProperty('AllowedOAuthFlows');
    expect(client.Properties).not.toHaveProperty('CallbackURLs');
  });

  it('does not tell who has an account, revokes tokens, and reads and writes the address alone', () => {
    expect(client.Properties).toMatchObject({
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      ReadAttributes: ['email', 'email_verified'],
      WriteAttributes: ['email'],
    });
  });
});

describe('the identity pool', () => {
  it('has no guests and no classic flow, asks the user pool about each token, and stays when the stack goes', () => {
    expect(stack.only('AWS::Cognito::IdentityPool')).toMatchObject({
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        AllowUnauthenticatedIdentities: false,
        AllowClassicFlow: false,
        CognitoIdentityProviders: [{ ServerSideTokenCheck: true }],
      },
    });
  });

  it('has one role, for people who are signed in to this very pool', () => {
    const { Roles } = stack.only('AWS::Cognito::IdentityPoolRoleAttachment').Properties;
    expect(Roles).toEqual({ authenticated: expect.stringMatching(/^IdentitiesSignedIn/) });
    expect(stack.only('AWS::IAM::Role', 'Identities').Properties.AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': expect.stringMatching(/^IdentitiesPool/) },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
          },
        },
      ],
    });
  });
});

describe('people of an owner who wants it otherwise', () => {
  const other = deployed(
    stackOf({
      signUp: 'invited',
      mfa: 'off',
      passkeys: true,
      siteDomain: 'notes.example.com',
      siteCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
      identityProviders: {
        google: { clientId: '1-a.apps.googleusercontent.com', secretName: 'satchel/google' },
        facebook: { clientId: '4711', secretName: 'satchel/facebook' },
        oidc: { name: 'Club', clientId: 'satchel', secretName: 'satchel/club', issuer: 'https://login.example.org' },
        saml: { name: 'Office', metadataUrl: 'https://idp.example.org/metadata.xml' },
      },
    }),
  );

  it('may be invited alone, and have passkeys of the site', () => {
    expect(other.only('AWS::Cognito::UserPool').Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'OFF',
      UserPoolTier: 'ESSENTIALS',
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      WebAuthnRelyingPartyID: 'notes.example.com',
      WebAuthnUserVerification: 'required',
    });
    expect(other.only('AWS::Cognito::UserPoolClient').Properties.ExplicitAuthFlows).toContain('ALLOW_USER_AUTH');
  });

  it('may come from other providers, by a code that goes to the site alone', () => {
    const kinds = other.all('AWS::Cognito::UserPoolIdentityProvider').map(({ Properties }) => Properties.ProviderType);
    expect(kinds).toEqual(['Google', 'Facebook', 'OIDC', 'SAML']);
    const { SupportedIdentityProviders, ...properties } = other.only('AWS::Cognito::UserPoolClient').Properties;
    expect(SupportedIdentityProviders).toHaveLength(5);
    expect(properties).toMatchObject({ AllowedOAuthFlows: ['code'], CallbackURLs: ['https://notes.example.com/'] });
    expect(JSON.stringify(other.only('AWS::CloudFront::ResponseHeadersPolicy').Properties)).toContain(
      other.outputs.SignInAddress,
    );
  });

  it('have no secret in the template', () => {
    const secrets = other
      .all('AWS::Cognito::UserPoolIdentityProvider')
      .flatMap(({ Properties: { ProviderDetails } }) => Object.entries(ProviderDetails ?? {}))
      .filter(([name]) => name === 'client_secret')
      .map(([, value]) => value);
    expect(secrets).toEqual(
      ['google', 'facebook', 'club'].map((name) => `{{resolve:secretsmanager:satchel/${name}:SecretString:::}}`),
    );
  });
});
