/** Every page of the portal, below `/{city}/{language}`; the first that fits an address is shown. */
export const PORTAL_ROUTES = [
  '/',
  '/ask/whom',
  '/ask/what',
  '/ask/you',
  '/ask/contact',
  '/ask/check',
  '/ask/done',
  '/track',
  '/link',
  '/my',
  '/requests/:id',
  '/requests/:id/ticket',
  '/timetable',
  '/timetable/:unit',
  '/help',
  '/privacy',
  '/accessibility',
  '*',
] as const;
export type PortalRoute = (typeof PORTAL_ROUTES)[number];
