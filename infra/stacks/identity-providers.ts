import { SecretValue } from 'aws-cdk-lib';
import {
  type AttributeMapping,
  ProviderAttribute,
  type UserPool,
  UserPoolIdentityProviderFacebook,
  UserPoolIdentityProviderGoogle,
  UserPoolIdentityProviderOidc,
  UserPoolIdentityProviderSaml,
  UserPoolIdentityProviderSamlMetadata,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { IdentityProvider } from '../settings-identity-providers.ts';

interface ProvidersProps {
  readonly pool: UserPool;
  readonly providers: readonly IdentityProvider[];
  readonly signInPrefix: string;
}

/** Adds them to the pool, and the domain of Cognito's that they send people back to; without any, nothing. */
export function addIdentityProviders(scope: Construct, { pool, providers, signInPrefix }: ProvidersProps) {
  if (providers.length > 0) pool.addDomain('Domain', { cognitoDomain: { domainPrefix: signInPrefix } });
  return providers.map((provider) => identityProvider(scope, pool, provider));
}

function identityProvider(scope: Construct, userPool: UserPool, provider: IdentityProvider) {
  switch (provider.kind) {
    case 'google':
      return new UserPoolIdentityProviderGoogle(scope, 'Google', {
        userPool,
        clientId: provider.clientId,
        clientSecretValue: SecretValue.secretsManager(provider.secretName),
        scopes: ['openid', 'email'],
        attributeMapping: { email: ProviderAttribute.GOOGLE_EMAIL },
      });
    case 'facebook':
      return new UserPoolIdentityProviderFacebook(scope, 'Facebook', {
        userPool,
        clientId: provider.clientId,
        clientSecret: fromSecretsManager(provider.secretName),
        scopes: ['public_profile', 'email'],
        attributeMapping: { email: ProviderAttribute.FACEBOOK_EMAIL },
      });
    case 'oidc':
      return new UserPoolIdentityProviderOidc(scope, 'Oidc', {
        userPool,
        name: provider.name,
        clientId: provider.clientId,
        clientSecret: fromSecretsManager(provider.secretName),
        issuerUrl: provider.issuer,
        scopes: ['openid', 'email'],
        attributeMapping: { email: ProviderAttribute.other('email') },
      });
    case 'saml':
      return new UserPoolIdentityProviderSaml(scope, 'Saml', {
        userPool,
        name: provider.name,
        metadata: UserPoolIdentityProviderSamlMetadata.url(provider.metadataUrl),
        attributeMapping: samlEmail,
      });
  }
}

const samlEmail: AttributeMapping = {
  email: ProviderAttribute.other('http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress'),
};

/** "Unsafe" would be a secret in the template: this puts a reference there, which CloudFormation follows. */
const fromSecretsManager = (name: string) => SecretValue.secretsManager(name).unsafeUnwrap();
