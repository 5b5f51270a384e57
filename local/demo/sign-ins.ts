import * as z from 'zod/mini';
import { confirmContact, proveContact } from '../../contract/citizen/proofs.ts';
import { readOneTimeCode } from '../../domain/one-time-code.ts';
import { toMillis } from '../../domain/time.ts';
import { ask } from '../api-client.ts';
import { signInStaff } from '../staff-sign-in.ts';
import type { System } from '../system.ts';
import type { Person } from './person.ts';

/** A sign-in that ends this soon is made anew. */
const MARGIN_MS = 60_000;

const Messages = z.object({ messages: z.array(z.object({ text: z.string() })) });

/** The texts that have reached a mobile, the newest first. */
export const messagesTo = async ({ url }: Pick<System, 'url'>, mobile: string): Promise<string[]> => {
  const reply = await fetch(`${url}/outbox/messages?${new URLSearchParams({ to: mobile })}`);
  return Messages.parse(await reply.json()).messages.map(({ text }) => text);
};

/** The citizen's token, proven with the code that came by message; it ends by the office's time. */
export const citizenTokens = (system: System, city: string, { mobile, language }: Person) => {
  let kept = { token: '', endsAt: 0 };
  return async (): Promise<string> => {
    if (kept.endsAt - MARGIN_MS > system.now()) return kept.token;
    const api = { url: system.url, city, language };
    const contact = { kind: 'mobile', value: mobile } as const;
    const { proofId } = await ask(proveContact, { ...api, body: { contact } });
    const [newest = ''] = await messagesTo(system, mobile);
    const { token, expiresAt } = await ask(confirmContact, { ...api, body: { proofId, code: codeIn(newest) } });
    kept = { token, endsAt: toMillis(expiresAt) };
    return token;
  };
};

const codeIn = (text: string): string => {
  const code = text.split(/\s/).find((word) => readOneTimeCode(word) !== undefined);
  if (code === undefined) throw new Error('No one-time code has come by message');
  return code;
};

type StaffSignInParts = Pick<System, 'url' | 'signIn' | 'password' | 'openAccount'>;

/** Tokens of the staff by the names of their accounts, each signed in once; they end by real time, for sign-in knows no other. */
export const staffTokens = ({ url, signIn, password, openAccount }: StaffSignInParts) => {
  const kept = new Map<string, { accessToken: string; expiresAt: number }>();
  return async (account: string): Promise<string> => {
    const known = kept.get(account);
    if (known && known.expiresAt - MARGIN_MS > Date.now()) return known.accessToken;
    await openAccount(account);
    const fresh = await signInStaff({ ...signIn, redirectUri: `${url}/console`, username: account, password });
    kept.set(account, fresh);
    return fresh.accessToken;
  };
};
