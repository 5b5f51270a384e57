import { type Credentials, scopeText, sign } from '../../local/signature/signing-key.ts';
import { sha256 } from '../../local/signature/verify-signature.ts';

type Call = { credentials: Credentials; service: string; headers: Record<string, string>; body: string; at?: Date };

/** Posts to `/` of a host with AWS's signature, for services whose SDK client is not installed. */
export function signedPost(url: string, { credentials, service, headers, body, at = new Date() }: Call) {
  const date = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = { date: date.slice(0, 8), region: 'local', service };
  const signed: Record<string, string> = { ...headers, host: new URL(url).host, 'x-amz-date': date };
  const names = Object.keys(signed).sort();
  const lines = names.map((name) => `${name}:${signed[name]}`);
  const request = ['POST', '/', '', ...lines, '', names.join(';'), sha256(body)].join('\n');
  const signature = sign(
    credentials.secretAccessKey,
    scope,
    ['AWS4-HMAC-SHA256', date, scopeText(scope), sha256(request)].join('\n'),
  );
  const credential = `Credential=${credentials.accessKeyId}/${scopeText(scope)}`;
  const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return fetch(url, { method: 'POST', headers: { ...headers, 'x-amz-date': date, authorization }, body });
}
