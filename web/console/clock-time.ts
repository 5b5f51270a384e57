import { toAsciiDigits } from '../../domain/text.ts';

/** «۹:۳۰» as the API takes it: `09:30`. */
export const clockTime = (typed: string): string => toAsciiDigits(typed).padStart('00:00'.length, '0');
