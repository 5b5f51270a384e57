import { describe, expect, it } from 'vitest';
import { LocalText, say } from '../../domain/local-text.ts';

describe('a text in several languages', () => {
  const text = { fa: 'سلام', en: 'Hello' };

  it('is said in the language asked for, whatever the region', () => {
    expect(say(text, 'en')).toBe('Hello');
    expect(say(text, 'fa-IR')).toBe('سلام');
    expect(say(text, 'en-IE')).toBe('Hello');
    expect(say({ ...text, 'en-IE': 'Howya' }, 'en-IE')).toBe('Howya');
  });

  it('is said in the fallback, else in any language, rather than not at all', () => {
    expect(say(text, 'de', 'en')).toBe('Hello');
    expect(say(text, 'de')).toBe('سلام');
    expect(say(text, 'de', 'fr')).toBe('سلام');
    expect(say({}, 'en')).toBe('');
  });

  it('is never empty', () => {
    expect(LocalText.safeParse(text).success).toBe(true);
    expect(LocalText.safeParse({}).success).toBe(false);
    expect(LocalText.safeParse({ en: '  ' }).success).toBe(false);
    expect(LocalText.safeParse({ English: 'Hello' }).success).toBe(false);
  });
});
