import type { OutgoingHttpHeaders } from 'node:http';

/** Other origins that the pages talk to. */
export type OtherOrigins = {
  /** Where staff sign in. */
  readonly issuer: string;
  /** Where documents are posted to and read from. */
  readonly bucket: string;
};

/**
 * What every answer carries. Pages run only their own scripts and styles, talk only to the API, the sign-in and the bucket,
 * and tell nobody where they came from: an address may name a case.
 */
export const webHeaders = ({ issuer, bucket }: OtherOrigins): OutgoingHttpHeaders => {
  const policy = {
    'default-src': `'self'`,
    'connect-src': `'self' ${issuer} ${bucket}`,
    'img-src': `'self' ${bucket}`,
    'object-src': `'none'`,
    'base-uri': `'none'`,
    'form-action': `'self'`,
    'frame-ancestors': `'none'`,
  };
  return {
    'content-security-policy': Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
};

/** A hashed name never changes its content; everything else is asked for again each time. */
export const cachingOf = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
