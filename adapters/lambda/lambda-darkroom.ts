import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Darkroom } from '../../domain/ports/darkroom.ts';

/** The function that makes pictures, called without waiting for it. A call that is lost is told, and found by the schedule. */
export class LambdaDarkroom implements Darkroom {
  readonly #client: LambdaClient;
  readonly #functionName: string;
  readonly #lost: (fault: unknown) => void;

  constructor(client: LambdaClient, functionName: string, lost: (fault: unknown) => void) {
    this.#client = client;
    this.#functionName = functionName;
    this.#lost = lost;
  }

  async develop(city: string, scan: string): Promise<void> {
    const call = { FunctionName: this.#functionName, InvocationType: 'Event' as const };
    try {
      await this.#client.send(new InvokeCommand({ ...call, Payload: JSON.stringify({ city, scan }) }));
    } catch (fault) {
      this.#lost(fault);
    }
  }
}
