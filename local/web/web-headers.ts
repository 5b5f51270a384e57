import type { OutgoingHttpHeaders } from 'node:http';

/**
 * What every answer carries. Pages run only their own scripts and styles, talk only to where they come from (the API, the
 * sign-in and the bucket are there too), and tell nobody where they came from: an address may name a case.
 */
export const webHeaders = (): OutgoingHttpHeaders => {
  const policy = {
    'default-src': `'self'`,
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
