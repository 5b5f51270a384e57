import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Credentials, SignatureError, sameSignature, scopeText, sign } from './signing-key.ts';

export type Verifier = { credentials: Credentials; region: string; service: string };

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SKEW_MS = 15 * 60_000;
const LONGEST_LIFE_SECONDS = 7 * 24 * 3600;

/**
 * Checks the signature in the `Authorization` header, in real time. `payloadHash` is the SHA-256 of the body in
 * hexadecimal, or what stands for it in `x-amz-content-sha256`. Throws `SignatureError`.
 */
export function verifyHeader(req: IncomingMessage, verifier: Verifier, payloadHash: string): void {
  const fields = /^AWS4-HMAC-SHA256 +Credential=([^,]+), *SignedHeaders=([^,]+), *Signature=(\w+)$/.exec(
    req.headers.authorization ?? '',
  );
  if (!req.headers.authorization) throw new SignatureError('AccessDenied', 'The request is not signed.');
  if (!fields) throw new SignatureError('AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  const [, credential = '', signedHeaders = '', signature = ''] = fields;
  const date = String(req.headers['x-amz-date'] ?? '');
  if (Math.abs(Date.now() - parseAmzDate(date)) > SKEW_MS) {
    throw new SignatureError('RequestTimeTooSkewed', 'The clock of the client is more than 15 minutes off.');
  }
  const query = queryOf(req);
  compare(req, verifier, { credential, signedHeaders, signature, date, query, payloadHash });
}

/** Checks a presigned URL, its age included, in real time. Throws `SignatureError`. */
export function verifyQuery(req: IncomingMessage, verifier: Verifier): void {
  const query = queryOf(req);
  const value = (name: string) => query.find(([key]) => key === name)?.[1] ?? '';
  const date = value('X-Amz-Date');
  const seconds = Number(value('X-Amz-Expires'));
  if (value('X-Amz-Algorithm') !== ALGORITHM || !(seconds >= 1 && seconds <= LONGEST_LIFE_SECONDS)) {
    throw new SignatureError('AuthorizationQueryParametersError', 'The query does not carry a usable signature.');
  }
  const age = Date.now() - parseAmzDate(date);
  if (age > seconds * 1000 || age < -SKEW_MS) throw new SignatureError('AccessDenied', 'Request has expired.');
  compare(req, verifier, {
    credential: value('X-Amz-Credential'),
    signedHeaders: value('X-Amz-SignedHeaders'),
    signature: value('X-Amz-Signature'),
    date,
    query: query.filter(([key]) => key !== 'X-Amz-Signature'),
    payloadHash: 'UNSIGNED-PAYLOAD',
  });
}

type Claim = {
  credential: string;
  signedHeaders: string;
  signature: string;
  date: string;
  query: [string, string][];
  payloadHash: string;
};

function compare(req: IncomingMessage, { credentials, region, service }: Verifier, claim: Claim): void {
  const scope = { date: claim.date.slice(0, 8), region, service };
  const [accessKeyId, ...scopeParts] = claim.credential.split('/');
  if (accessKeyId !== credentials.accessKeyId) {
    throw new SignatureError('InvalidAccessKeyId', 'The access key is not known.');
  }
  const names = claim.signedHeaders.split(';');
  const unsigned = Object.keys(req.headers).filter((name) => name.startsWith('x-amz-') && !names.includes(name));
  if (scopeParts.join('/') !== scopeText(scope) || !names.includes('host') || unsigned.length > 0) {
    throw new SignatureError('SignatureDoesNotMatch', `The signature must cover ${scopeText(scope)} and all headers.`);
  }
  const request = [
    req.method,
    canonicalPath(req, service),
    canonicalQuery(claim.query),
    ...names.map((name) => `${name}:${(req.headersDistinct[name] ?? []).join(',').trim().replace(/ +/g, ' ')}`),
    '',
    claim.signedHeaders,
    claim.payloadHash,
  ].join('\n');
  const text = [ALGORITHM, claim.date, scopeText(scope), sha256(request)].join('\n');
  if (!sameSignature(claim.signature, sign(credentials.secretAccessKey, scope, text))) {
    throw new SignatureError('SignatureDoesNotMatch', 'The signature does not fit the request.');
  }
}

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** RFC 3986, as AWS writes it: everything but letters, digits and `-._~`. */
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** S3 signs the path as it is sent; every other service encodes it once more. */
function canonicalPath(req: IncomingMessage, service: string): string {
  const segments =
    (req.url ?? '/')
      .split('?', 1)[0]
      ?.split('/')
      .map((segment) => encode(decode(segment))) ?? [];
  return (service === 's3' ? segments : segments.map(encode)).join('/');
}

const canonicalQuery = (pairs: [string, string][]) =>
  pairs
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .sort()
    .join('&');

function queryOf(req: IncomingMessage): [string, string][] {
  const raw = (req.url ?? '').split('?').slice(1).join('?');
  if (raw === '') return [];
  return raw.split('&').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [decode(key), decode(value.join('='))];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new SignatureError('SignatureDoesNotMatch', 'The address cannot be decoded.');
  }
}

/** `20261123T210000Z` in milliseconds since 1970; NaN never passes for a time that is near. */
function parseAmzDate(text: string): number {
  const at = Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(at)) throw new SignatureError('AccessDenied', 'The request does not say when it was signed.');
  return at;
}
