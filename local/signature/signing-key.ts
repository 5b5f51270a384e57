import { createHmac, timingSafeEqual } from 'node:crypto';

/** What AWS's Signature Version 4 signs with. */
export type Credentials = { accessKeyId: string; secretAccessKey: string };

/** `20261123/eu-central-1/s3/aws4_request`: what a signing key is good for. */
export type Scope = { date: string; region: string; service: string };

export const scopeText = ({ date, region, service }: Scope) => `${date}/${region}/${service}/aws4_request`;

/** Signs a text as every AWS service expects it: hexadecimal HMAC under a key derived for one day and service. */
export function sign(secretAccessKey: string, { date, region, service }: Scope, text: string): string {
  const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), service), 'aws4_request');
  return hmac(key, text).toString('hex');
}

/** Compares in constant time; a signature of another length is simply wrong. */
export function sameSignature(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export type SignatureFault =
  | 'AccessDenied'
  | 'InvalidAccessKeyId'
  | 'SignatureDoesNotMatch'
  | 'RequestTimeTooSkewed'
  | 'AuthorizationHeaderMalformed'
  | 'AuthorizationQueryParametersError';

/** Why a signed request is refused, with AWS's own error code. */
export class SignatureError extends Error {
  readonly code: SignatureFault;
  constructor(code: SignatureFault, message: string) {
    super(message);
    this.name = 'SignatureError';
    this.code = code;
  }
}
