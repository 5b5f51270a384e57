/** The city that is simulated. */
export const CITY = 'eastmere';
