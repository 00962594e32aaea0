import * as v from 'valibot';
import { type Actions, action } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { isEmail, mergeAttributes, readAttributes } from './attributes.ts';
import { deliveryTo, noSuchCode, sendCode, takeCode } from './codes.ts';
import { checkPassword } from './password-policy.ts';
import type { Pool } from './pool.ts';
import * as field from './request-fields.ts';
import { findUser, newUser } from './user.ts';

/** Making an account and confirming its address. */
export const signUpActions = (pool: Pool): Actions => ({
  SignUp: action(
    v.object({
      ClientId: field.clientId,
      Username: field.username,
      Password: field.password,
      UserAttributes: v.nullish(field.attributeList, []),
    }),
    ({ Username, Password, UserAttributes }) => {
      if (!isEmail(Username)) throw invalid('Username should be an email.');
      checkPassword(Password);
      const given = readAttributes(UserAttributes);
      if (given.email !== undefined && given.email.toLowerCase() !== Username.toLowerCase()) {
        throw invalid('Username and the attribute email must be the same address.');
      }
      if (findUser(pool.file.value.users, Username)) {
        throw new AwsError('UsernameExistsException', 'An account with the given email already exists.');
      }
      const user = newUser(pool.world, {
        email: Username,
        password: Password,
        status: 'UNCONFIRMED',
        attributes: mergeAttributes({}, given.others),
      });
      pool.file.value.users.push(user);
      return { UserConfirmed: false, UserSub: user.sub, CodeDeliveryDetails: sendCode(pool, user, 'sign-up') };
    },
  ),

  ConfirmSignUp: action(
    v.object({ ClientId: field.clientId, Username: field.username, ConfirmationCode: field.confirmationCode }),
    ({ Username, ConfirmationCode }) => {
      const user = findUser(pool.file.value.users, Username);
      // Nobody learns here whether there is such a user ("Prevent user existence errors").
      if (user === undefined) throw noSuchCode();
      if (user.status !== 'UNCONFIRMED') {
        const message = `User cannot be confirmed. Current status is ${user.status}`;
        throw new AwsError('NotAuthorizedException', message);
      }
      takeCode(pool, user, 'sign-up', ConfirmationCode);
      user.status = 'CONFIRMED';
      user.emailVerified = true;
      return {};
    },
  ),

  ResendConfirmationCode: action(v.object({ ClientId: field.clientId, Username: field.username }), ({ Username }) => {
    const user = findUser(pool.file.value.users, Username);
    if (user === undefined) return { CodeDeliveryDetails: deliveryTo(Username) };
    if (user.status !== 'UNCONFIRMED') throw invalid('User is already confirmed.');
    return { CodeDeliveryDetails: sendCode(pool, user, 'sign-up') };
  }),
});

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
