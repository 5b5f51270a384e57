import { fromEnv } from '@aws-sdk/credential-provider-env';
import { Hash } from '@smithy/core/serde';
import { HttpRequest } from '@smithy/core/transport';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Darkroom } from '../../domain/ports/darkroom.ts';

type Settings = {
  readonly region: string;
  /** Where Lambda is asked. */
  readonly endpoint: string;
  readonly functionName: string;
  readonly lost: (fault: unknown) => void;
};

const PATIENCE_MS = 1000;

/**
 * The function that makes pictures, called without waiting for it. A call that is lost is told, and found by the schedule. It
 * is this one call alone, so it is signed here: the SDK's client of Lambda would be a twentieth of the staff's function.
 */
export class LambdaDarkroom implements Darkroom {
  readonly #settings: Settings;
  readonly #signer: SignatureV4;

  constructor(settings: Settings) {
    this.#settings = settings;
    const sha256 = Hash.bind(null, 'sha256');
    this.#signer = new SignatureV4({ service: 'lambda', region: settings.region, credentials: fromEnv(), sha256 });
  }

  async develop(city: string, scan: string): Promise<void> {
    try {
      await this.#call(JSON.stringify({ city, scan }));
    } catch (fault) {
      this.#settings.lost(fault);
    }
  }

  async #call(body: string): Promise<void> {
    const { endpoint, functionName } = this.#settings;
    const url = new URL(`/2015-03-31/functions/${functionName}/invocations`, endpoint);
    const { protocol, hostname, pathname: path } = url;
    const said = { host: url.host, 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' };
    const call = new HttpRequest({ method: 'POST', protocol, hostname, path, headers: said, body });
    const { method, headers } = await this.#signer.sign(call);
    const answer = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(`Lambda answered ${answer.status}`);
  }
}
