import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PassDeadlineEnv } from '../../functions/env.ts';
import { OfficeFunction } from '../../infra/constructs/office-function.ts';
import { officeWithoutBundles } from './stacks.ts';

/** Synthesises under cdk-nag and CloudFormation's own rules. @returns what was said of what was found */
const synthesise = ({ app }: ReturnType<typeof officeWithoutBundles>): string => {
  const said: string[] = [];
  const hush = vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation((text) => void said.push(String(text)));
  try {
    app.synth();
    return '';
  } catch (fault) {
    return [...said, String(fault)].join('\n');
  } finally {
    hush.mockRestore();
    console.mockRestore();
  }
};

afterEach(() => {
  process.exitCode = undefined;
});

describe('the synthesis', () => {
  it('finds nothing that has not been acknowledged with a reason', () => {
    expect(synthesise(officeWithoutBundles())).toBe('');
  });

  it('fails where cdk-nag finds something new', () => {
    const office = officeWithoutBundles();
    new Bucket(office.data, 'Planted');
    expect(synthesise(office)).toContain('AwsSolutions-S10');
  });

  it('fails where a role gets a wildcard that its neighbour has', () => {
    const office = officeWithoutBundles();
    office.service.functions.partner.may(['sns:Publish'], ['*']);
    expect(synthesise(office)).toContain('PublicMeetingService/Partner/Role');
  });

  it('fails where a function was told less than its handler will parse', () => {
    const office = officeWithoutBundles();
    new OfficeFunction(office.service, 'Planted', {
      entry: 'functions/entries/pass-deadline.ts',
      schema: PassDeadlineEnv,
      description: 'Told nothing',
      timeoutSeconds: 1,
    });
    expect(synthesise(office)).toContain('Planted was never told TABLE_NAME');
  });

  it('refuses a deployment for an account name that no city can have', () => {
    expect(() => officeWithoutBundles({ administrator: 'Administrator' })).toThrow();
    expect(officeWithoutBundles({ administrator: 'tehran.administrator' }).data).toBeInstanceOf(Stack);
  });
});
