import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import { officeOf } from '../../infra/office.ts';

const CdkSettings = z.object({ context: z.record(z.string(), z.unknown()) });
const Resource = z.object({
  Type: z.string(),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
});
export type Resource = z.infer<typeof Resource>;
const Stack = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })),
});

/** The stacks as `cdk synth` makes them, by the same settings, without the functions' bundles. */
export const officeWithoutBundles = (context: Readonly<Record<string, unknown>> = {}) =>
  officeOf({
    context: {
      ...z.parse(CdkSettings, JSON.parse(readFileSync('cdk.json', 'utf8'))).context,
      'aws:cdk:bundling-stacks': [],
      ...context,
    },
  });

/** The templates alone; the check of CloudFormation's own rules, which takes seconds, is left to the test about findings. */
export const templates = () => {
  const { data, service, web } = officeWithoutBundles({ '@aws-cdk/core:validateAgainstDefaultRules': false });
  return {
    data: z.parse(Stack, Template.fromStack(data).toJSON()),
    service: z.parse(Stack, Template.fromStack(service).toJSON()),
    web: z.parse(Stack, Template.fromStack(web).toJSON()),
  };
};

/** The resources of one type, by their names in the template. */
export const ofType = ({ Resources }: z.infer<typeof Stack>, type: string): [string, Resource][] =>
  Object.entries(Resources).filter(([, resource]) => resource.Type === type);

const Joined = z.object({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) });
const Named = z.union([
  z.pipe(
    z.object({ Ref: z.string() }),
    z.transform(({ Ref }) => Ref),
  ),
  z.pipe(
    z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
    z.transform((got) => got['Fn::GetAtt'].join('.')),
  ),
  z.pipe(
    z.object({ 'Fn::ImportValue': z.string() }),
    z.transform((from) => from['Fn::ImportValue']),
  ),
]);

/** A value of a template as one text; what is known only after the deployment stands in angle brackets, without CDK's hashes. */
export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const joined = Joined.safeParse(value);
  if (joined.success) {
    const [separator, parts] = joined.data['Fn::Join'];
    return parts.map(textOf).join(separator);
  }
  return `<${Named.parse(value).replaceAll(/[0-9A-F]{8}/g, '')}>`;
};
