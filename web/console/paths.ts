/** Every page of the console, below `/console/{city}/{language}`; the first that fits an address is shown. */
export const CONSOLE_ROUTES = [
  '/',
  '/desk',
  '/desk/:unit',
  '/desk/:unit/queue/:official',
  '/desk/:unit/:pile',
  '/cases/:id',
  '/sessions',
  '/sessions/:id',
  '/sessions/:id/day',
  '/orders',
  '/closure',
  '/closure/:job',
  '/calls',
  '/find',
  '/register',
  '*',
] as const;
export type ConsoleRoute = (typeof CONSOLE_ROUTES)[number];
