import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  OAuthScope,
  PasskeyUserVerification,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { DeploymentSettings } from '../deployment-settings.ts';
import { addIdentityProviders } from './identity-providers.ts';

export interface UsersProps {
  readonly settings: DeploymentSettings;
  /** The site's host name: passkeys are for that alone. */
  readonly siteHost: string;
  /** The first part of the address where other providers send people back to. */
  readonly signInPrefix: string;
}

/** The people: a user pool where they sign in with their e-mail address, and the app's client of it. The pool is kept when the stack goes. */
export class Users extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, { settings, siteHost, signInPrefix }: UsersProps) {
    super(scope, id);
    this.pool = new UserPool(this, 'Pool', {
      signInAliases: { email: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: settings.signUp === 'open',
      autoVerify: { email: true },
      // A new address counts once its code has come back, so that a typing error locks nobody out.
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      ...(settings.mfa === 'off'
        ? { mfa: Mfa.OFF }
        : { mfa: Mfa.OPTIONAL, mfaSecondFactor: { otp: true, sms: false } }),
      // Passkeys are what the dearer plan is needed for.
      featurePlan: settings.passkeys ? FeaturePlan.ESSENTIALS : FeaturePlan.LITE,
      ...(settings.passkeys && {
        signInPolicy: { allowedFirstAuthFactors: { password: true, passkey: true } },
        passkeyRelyingPartyId: siteHost,
        passkeyUserVerification: PasskeyUserVerification.REQUIRED,
      }),
      deletionProtection: true,
      // Also when its making is taken back: the protection would stop that halfway. Its name is new each time.
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const providers = addIdentityProviders(this, {
      pool: this.pool,
      providers: settings.identityProviders,
      signInPrefix,
    });
    const readable = new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true });
    this.client = new UserPoolClient(this, 'Client', {
      userPool: this.pool,
      generateSecret: false,
      authFlows: { userSrp: true, ...(settings.passkeys && { user: true }) },
      ...(providers.length === 0
        ? { disableOAuth: true }
        : {
            oAuth: {
              flows: { authorizationCodeGrant: true },
              scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE, OAuthScope.COGNITO_ADMIN],
              callbackUrls: [`https://${siteHost}/`],
              logoutUrls: [`https://${siteHost}/`],
            },
          }),
      supportedIdentityProviders: [
        UserPoolClientIdentityProvider.COGNITO,
        ...providers.map(({ providerName }) => UserPoolClientIdentityProvider.custom(providerName)),
      ],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      readAttributes: readable,
      writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(90),
    });
    this.client.node.addDependency(...providers);

    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions-COG2',
      reason:
        'A second factor is each person’s own choice: who loses it has nobody to call but the owner of the account.',
    });
    Validations.of(this.pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'The Plus plan costs 0.02 USD for each person and month from the first one on, more than all the rest.',
    });
  }
}
