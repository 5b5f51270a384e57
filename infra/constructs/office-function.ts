import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { AssetHashType, DockerImage, Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The schema of a handler's environment, as `functions/env.ts` lists them. */
type EnvSchema = { readonly shape: Readonly<Record<string, unknown>> };

export type OfficeFunctionProps<Schema extends EnvSchema> = {
  /** The entry's file, from the root of the repository. */
  readonly entry: string;
  /** What it is for, as an operator reads it. */
  readonly description: string;
  /** What the handler will parse its environment with. */
  readonly schema: Schema;
  readonly timeoutSeconds: number;
  readonly memoryMb?: number;
  /** A script that puts more beside the bundle, given the folder. */
  readonly alsoBundles?: string;
};

/** The entry's bundle; made while the stack is synthesised, by the tools that are installed here. */
const bundled = (entry: string, alsoBundles: string | undefined): lambda.Code =>
  lambda.Code.fromAsset(`${repository}functions/entries`, {
    bundling: {
      image: DockerImage.fromRegistry('never-used'),
      // By this alone the CDK tells one bundle of the same folder from another.
      command: [entry],
      local: {
        tryBundle: (folder) => {
          execFileSync(process.execPath, [`${repository}infra/bundle.ts`, entry, folder], { stdio: 'inherit' });
          if (alsoBundles) execFileSync(process.execPath, [alsoBundles, folder], { stdio: 'inherit' });
          return true;
        },
      },
    },
    assetHashType: AssetHashType.OUTPUT,
  });

/**
 * A Lambda function that is typed by its handler's own environment: house constructs grant and inform it
 * (`table.letsReadAndWrite(fn)`), a variable that the handler does not ask for does not compile, and a function that was told too
 * little does not synthesise. Its role starts with nothing but its own log.
 */
export class OfficeFunction<Name extends string = string> extends Construct {
  readonly lambda: lambda.Function;
  private readonly told = new Set<string>();

  constructor(
    scope: Construct,
    id: string,
    props: OfficeFunctionProps<{ readonly shape: Readonly<Record<Name, unknown>> }>,
  ) {
    super(scope, id);
    const logGroup = new logs.LogGroup(this, 'Log', {
      retention: logs.RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new lambda.Function(this, 'Function', {
      code: bundled(props.entry, props.alsoBundles),
      handler: 'index.handler',
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memoryMb ?? 512,
      timeout: Duration.seconds(props.timeoutSeconds),
      role,
      logGroup,
    });
    this.node.addValidation({
      validate: () =>
        Object.keys(props.schema.shape)
          .filter((name) => !this.told.has(name))
          .map((name) => `${id} was never told ${name}`),
    });
  }

  /** Allows exactly these actions on exactly these resources. */
  may(actions: readonly string[], resources: readonly string[], conditions: iam.Conditions = {}): void {
    this.lambda.addToRolePolicy(
      new iam.PolicyStatement({ actions: [...actions], resources: [...resources], conditions }),
    );
  }

  /** Lets another function call this one, and tells it under which variable its name is. */
  letsCall<Asked extends string>(fn: OfficeFunction<Asked>, name: Asked): void {
    fn.may(['lambda:InvokeFunction'], [this.lambda.functionArn]);
    fn.knows(name, this.lambda.functionName);
  }

  /** Sets one of the variables that the handler's own schema asks for. */
  knows(name: Name, value: string): void {
    this.told.add(name);
    this.lambda.addEnvironment(name, value);
  }
}
