/** The ways in which people are met. */
export const MODES = ['in-person', 'phone', 'video'] as const;
