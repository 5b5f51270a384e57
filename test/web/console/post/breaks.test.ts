import { describe, expect, it } from 'vitest';
import { readBreaks, writeBreaks } from '../../../../web/console/post/breaks.ts';

describe('the breaks of a template', () => {
  it('are read in either digits, whatever stands between the times', () => {
    expect(readBreaks('۱۰:۰۰ تا ۱۰:۱۵\n 9:30 - 9:45 \n\n11:00–11:10')).toEqual([
      { from: '10:00', to: '10:15' },
      { from: '09:30', to: '09:45' },
      { from: '11:00', to: '11:10' },
    ]);
    expect(readBreaks('')).toEqual([]);
  });

  it('are refused as soon as one line cannot be read', () => {
    expect(readBreaks('10:00–10:15\nبعد از ظهر')).toBeUndefined();
    expect(readBreaks('10:00')).toBeUndefined();
  });

  it('are written as they are read', () => {
    const breaks = [{ from: '10:00', to: '10:15' }];
    expect(readBreaks(writeBreaks(breaks))).toEqual(breaks);
  });
});
