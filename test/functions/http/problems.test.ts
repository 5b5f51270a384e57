import { describe, expect, test } from 'vitest';
import { refuse } from '../../../domain/outcome.ts';
import { problemOf } from '../../../functions/http/problems.ts';

describe('A problem', () => {
  test('says in the caller’s language what stands in the way', () => {
    const closed = refuse('session-impossible', { why: 'closed' });
    expect(problemOf(closed, 'en').detail).toBe('The office is closed then.');
    expect(problemOf(closed, 'fa').detail).toBe('واحد در آن زمان تعطیل است.');
  });

  test('says who may decide instead', () => {
    const used = refuse('limit-reached', { limit: 2, decides: 'coordinator' });
    expect(problemOf(used, 'en').detail).toBe('To be decided by: Coordinator.');
    expect(problemOf(used, 'fa').detail).toBe('تصمیم با هماهنگ‌کننده است.');
  });

  test('adds nothing where its title says it all', () => {
    expect(problemOf(refuse('not-found'), 'en')).not.toHaveProperty('detail');
  });
});
