/** The ways in which people are met. */
export const MODES = ['in-person', 'phone', 'video'] as const;

export const modeOf = (text: string) => MODES.find((mode) => mode === text) ?? 'in-person';
