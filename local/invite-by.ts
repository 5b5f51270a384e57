import { HttpMail } from '../adapters/mail/http-mail.ts';
import type { Invite } from './sign-in/admin-endpoint.ts';

/** The invitation that Cognito would send to somebody new, through the outbox. */
export const inviteBy = (gateway: string): Invite => {
  const mail = new HttpMail(gateway, 'no-reply@meeting.example');
  return async ({ email, username, password }) => {
    const text = `Your account is ${username}, your first password ${password}`;
    await mail.send({ to: email, subject: 'Your account', text, reference: `invitation.${username}` });
  };
};
