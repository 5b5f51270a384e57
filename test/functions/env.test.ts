import { expect, test } from 'vitest';
import { CitizenEnv, PassDeadlineEnv, parseEnv } from '../../functions/env.ts';

test('an environment that lacks something is named, without what it holds', () => {
  const environment = { TABLE_NAME: 'meetings', BUCKET_NAME: '', MAIL_FROM: 'office@city.example' };

  expect(() => parseEnv(CitizenEnv, environment)).toThrow(
    'The environment lacks STATE_MACHINE_ARN, BUCKET_NAME, KEY_SOURCE, SMS_GATEWAY, MAIL_GATEWAY',
  );
});

test('an environment that is whole is taken, and nothing besides what was asked for', () => {
  expect(parseEnv(PassDeadlineEnv, { TABLE_NAME: 'meetings', HOME: '/root' })).toEqual({ TABLE_NAME: 'meetings' });
});
