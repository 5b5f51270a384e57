/** What a meeting came to. `host-absent`: the citizen was there and nobody received them. */
export const RESULTS = ['met', 'partly', 'ended-early', 'host-absent'] as const;

/** Why it was not the whole meeting. */
export const SHORTENED_BY = [
  'time-ran-out',
  'papers-missing',
  'expert-missing',
  'applicant-left',
  'host-called-away',
  'other',
] as const;
