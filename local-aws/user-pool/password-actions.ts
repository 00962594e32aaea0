import * as v from 'valibot';
import { type Actions, action } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { userOfAccessToken } from './access.ts';
import { deliveryTo, noSuchCode, sendCode, takeCode, wrongCode } from './codes.ts';
import { countFailure, forgetFailures, refuseWhileLocked } from './lockout.ts';
import { checkPassword } from './password-policy.ts';
import type { Pool } from './pool.ts';
import * as field from './request-fields.ts';
import { isPassword, recordPassword } from './srp.ts';
import { findUser } from './user.ts';

/** Forgotten and changed passwords. As on AWS, sessions that are open stay open. */
export const passwordActions = (pool: Pool): Actions => ({
  ForgotPassword: action(v.object({ ClientId: field.clientId, Username: field.username }), ({ Username }) => {
    const user = findUser(pool.file.value.users, Username);
    if (user === undefined || !user.enabled) return { CodeDeliveryDetails: deliveryTo(Username) };
    if (user.status === 'FORCE_CHANGE_PASSWORD') {
      throw new AwsError('NotAuthorizedException', 'User password cannot be reset in the current state.');
    }
    if (!user.emailVerified) {
      const message = 'Cannot reset password for the user as there is no registered/verified email or phone_number';
      throw new AwsError('InvalidParameterException', message);
    }
    return { CodeDeliveryDetails: sendCode(pool, user, 'reset') };
  }),

  ConfirmForgotPassword: action(
    v.object({
      ClientId: field.clientId,
      Username: field.username,
      ConfirmationCode: field.confirmationCode,
      Password: field.password,
    }),
    ({ Username, ConfirmationCode, Password }) => {
      checkPassword(Password);
      const user = findUser(pool.file.value.users, Username);
      if (user === undefined) throw wrongCode();
      if (!user.enabled) throw noSuchCode();
      takeCode(pool, user, 'reset', ConfirmationCode);
      user.password = recordPassword(pool.world, user.sub, Password);
      user.status = 'CONFIRMED';
      forgetFailures(user);
      return {};
    },
  ),

  ChangePassword: action(
    v.object({ AccessToken: field.token, PreviousPassword: field.password, ProposedPassword: field.password }),
    async ({ AccessToken, PreviousPassword, ProposedPassword }) => {
      const user = await userOfAccessToken(pool, AccessToken);
      refuseWhileLocked(user, pool.world.now());
      checkPassword(ProposedPassword);
      if (!isPassword(user.password, user.sub, PreviousPassword)) {
        countFailure(user, pool.world.now());
        throw new AwsError('NotAuthorizedException', 'Incorrect username or password.');
      }
      user.password = recordPassword(pool.world, user.sub, ProposedPassword);
      forgetFailures(user);
      return {};
    },
  ),
});
