import * as v from 'valibot';
import { type Actions, action } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { userOfAccessToken } from './access.ts';
import { mergeAttributes, readAttributes } from './attributes.ts';
import { sendCode, takeCode } from './codes.ts';
import type { Pool } from './pool.ts';
import * as field from './request-fields.ts';
import { findUser, type User } from './user.ts';

/** A user's own attributes. A new address counts once its code has come back; the old one stays in use until then. */
export const profileActions = (pool: Pool): Actions => ({
  GetUser: action(v.object({ AccessToken: field.token }), async ({ AccessToken }) => {
    const user = await userOfAccessToken(pool, AccessToken);
    const attributes = {
      sub: user.sub,
      ...user.attributes,
      email: user.email,
      email_verified: String(user.emailVerified),
    };
    return {
      Username: user.sub,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      ...(user.mfa.enabled.length > 0 ? { UserMFASettingList: user.mfa.enabled } : {}),
      ...(user.mfa.preferred === null ? {} : { PreferredMfaSetting: user.mfa.preferred }),
    };
  }),

  UpdateUserAttributes: action(
    v.object({ AccessToken: field.token, UserAttributes: field.attributeList }),
    async ({ AccessToken, UserAttributes }) => {
      const user = await userOfAccessToken(pool, AccessToken);
      const given = readAttributes(UserAttributes);
      if (given.email !== undefined) refuseTaken(pool, given.email, user);
      user.attributes = mergeAttributes(user.attributes, given.others);
      if (given.email === undefined) return { CodeDeliveryDetailsList: [] };
      user.pendingEmail = given.email === user.email ? null : given.email;
      if (user.pendingEmail === null) return { CodeDeliveryDetailsList: [] };
      return { CodeDeliveryDetailsList: [sendCode(pool, user, 'attribute', given.email)] };
    },
  ),

  DeleteUserAttributes: action(
    v.object({ AccessToken: field.token, UserAttributeNames: v.array(field.attributeName) }),
    async ({ AccessToken, UserAttributeNames }) => {
      const user = await userOfAccessToken(pool, AccessToken);
      if (UserAttributeNames.includes('email')) throw invalid('Cannot delete the attribute email.');
      const { others } = readAttributes(UserAttributeNames.map((Name) => ({ Name, Value: '' })));
      user.attributes = mergeAttributes(user.attributes, others);
      return {};
    },
  ),

  GetUserAttributeVerificationCode: action(
    v.object({ AccessToken: field.token, AttributeName: field.attributeName }),
    async ({ AccessToken, AttributeName }) => {
      const user = await userOfAccessToken(pool, AccessToken);
      refuseUnlessEmail(AttributeName);
      return { CodeDeliveryDetails: sendCode(pool, user, 'attribute', user.pendingEmail ?? user.email) };
    },
  ),

  VerifyUserAttribute: action(
    v.object({ AccessToken: field.token, AttributeName: field.attributeName, Code: field.confirmationCode }),
    async ({ AccessToken, AttributeName, Code }) => {
      const user = await userOfAccessToken(pool, AccessToken);
      refuseUnlessEmail(AttributeName);
      if (user.pendingEmail !== null) refuseTaken(pool, user.pendingEmail, user);
      takeCode(pool, user, 'attribute', Code);
      user.email = user.pendingEmail ?? user.email;
      user.pendingEmail = null;
      user.emailVerified = true;
      return {};
    },
  ),

  DeleteUser: action(v.object({ AccessToken: field.token }), async ({ AccessToken }) => {
    const { sub } = await userOfAccessToken(pool, AccessToken);
    const state = pool.file.value;
    state.users = state.users.filter((user) => user.sub !== sub);
    state.sessions = state.sessions.filter((session) => session.sub !== sub);
    return {};
  }),
});

function refuseTaken(pool: Pool, email: string, by: User): void {
  const holder = findUser(pool.file.value.users, email);
  if (holder !== undefined && holder !== by) {
    throw new AwsError('AliasExistsException', 'An account with the given email already exists.');
  }
}

function refuseUnlessEmail(attributeName: string): void {
  if (attributeName !== 'email') throw invalid(`The attribute ${attributeName} cannot be verified.`);
}

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
