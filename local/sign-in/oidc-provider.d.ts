/** What this folder uses of oidc-provider, which ships without types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export type Context = {
    req: IncomingMessage;
    res: ServerResponse;
    status: number;
    type: string;
    body: unknown;
    set(headers: Record<string, string>): void;
    oidc: {
      client?: Client;
      params?: Record<string, unknown>;
      session?: { accountId?: string; grantIdFor(clientId: string): string | undefined };
      result?: Record<string, unknown>;
      /** Absent if the session's account may not sign in any more. */
      account?: { accountId: string };
    };
  };
  export type Client = { clientId: string; clientAuthMethod: string };
  export type Token = { kind: string; accountId?: string };
  export type Payload = Record<string, unknown> & { grantId?: string; uid?: string };

  export type Adapter = {
    upsert(id: string, payload: Payload, secondsLeft?: number): Promise<void>;
    find(id: string): Promise<Payload | undefined>;
    findByUid(uid: string): Promise<Payload | undefined>;
    findByUserCode(userCode: string): Promise<undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  };

  export type Grant = {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  };

  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    /** Keeps Koa from printing what `server_error` reports already, and clients that hang up. */
    silent: boolean;
    callback(): (req: IncomingMessage, res: ServerResponse) => Promise<void>;
    interactionDetails(
      req: IncomingMessage,
      res: ServerResponse,
    ): Promise<{ uid: string; params: Record<string, unknown>; prompt: { name: string } }>;
    interactionFinished(req: IncomingMessage, res: ServerResponse, result: Record<string, unknown>): Promise<void>;
    on(event: string, listener: (ctx: Context, error: Error) => void): void;
    Grant: {
      new (owner: { accountId: string; clientId: string }): Grant;
      find(id: string): Promise<Grant | undefined>;
    };
  }

  export const interactionPolicy: {
    base(): { remove(name: string): void; get(name: 'login'): { checks: { add(check: unknown): void } } };
    Check: new (reason: string, description: string, isDue: (ctx: Context) => boolean) => unknown;
  };
}
