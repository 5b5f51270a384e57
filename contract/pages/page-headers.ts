/** Where pages may go besides the origin they come from; none, where everything is behind one. */
export type Beyond = {
  /** Origins with which scripts may talk: the sign-in, the bucket. */
  readonly talk?: readonly string[];
  /** Origins from which pictures may come. */
  readonly pictures?: readonly string[];
};

/**
 * What every page carries, from the CDN as from `npm start`. Pages run only their own scripts and styles, show only the
 * office's pictures and those just chosen on the device (`blob:`), and tell nobody where a reader came from: an address may
 * name a case.
 */
export const pageHeaders = ({ talk = [], pictures = [] }: Beyond = {}): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    `default-src 'self'`,
    ['connect-src', `'self'`, ...talk].join(' '),
    ['img-src', `'self'`, 'blob:', ...pictures].join(' '),
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
});

/** A hashed name never changes its content; everything else is asked for again each time. */
export const HASHED_FILES = 'assets';
export const FOR_EVER = 'public, max-age=31536000, immutable';
export const EACH_TIME = 'no-cache';

export const cachingOf = (path: string): string => (path.startsWith(`/${HASHED_FILES}/`) ? FOR_EVER : EACH_TIME);
