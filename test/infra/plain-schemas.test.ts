import { expect, it } from 'vitest';
import { plainKeys } from '../../infra/plain-schemas.ts';

it('Keys that a constant names are written out, and nothing else is touched', () => {
  const code = 'const _h = "http";\nexport var Get$ = [9, n0, { [_h]: ["GET"], [_other]: 1 }, [_h]];\n';
  expect(plainKeys(code)).toBe(
    'const _h = "http";\nexport var Get$ = [9, n0, { "http": ["GET"], [_other]: 1 }, [_h]];\n',
  );
});
