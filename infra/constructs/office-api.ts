import { Stack } from 'aws-cdk-lib';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StaffSignIn } from './staff-sign-in.ts';

export type OfficeApiProps = {
  readonly citizen: LambdaFunction;
  readonly staff: LambdaFunction;
  readonly partner: LambdaFunction;
  readonly docs: LambdaFunction;
  readonly signIn: StaffSignIn;
  readonly webOrigins: readonly string[];
};

/** The HTTPS API: one function an audience, staff and partners behind the verified token. */
export class OfficeApi extends Construct {
  readonly http: apigw.HttpApi;
  /** What anybody may call; the handlers behind them ask citizens for a proof of their own. */
  readonly openRoutes: readonly apigw.HttpRoute[];

  constructor(scope: Construct, id: string, props: OfficeApiProps) {
    super(scope, id);
    const { signIn } = props;
    this.http = new apigw.HttpApi(this, 'Http', {
      description: 'Meet the city’s decision makers',
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...props.webOrigins],
        allowMethods: [apigw.CorsHttpMethod.GET, apigw.CorsHttpMethod.POST, apigw.CorsHttpMethod.PUT],
        allowHeaders: ['authorization', 'content-type', 'accept-language', 'idempotency-key', 'cache-control'],
      },
    });
    const verified = new HttpJwtAuthorizer(
      'Verified',
      `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${signIn.pool.userPoolId}`,
      {
        jwtAudience: [...signIn.clientIds],
      },
    );
    const open = new apigw.HttpNoneAuthorizer();
    const route = (path: string, fn: LambdaFunction, authorizer: apigw.IHttpRouteAuthorizer, methods = EVERY_METHOD) =>
      this.http.addRoutes({
        path,
        methods,
        authorizer,
        integration: new HttpLambdaIntegration(`${fn.node.path}-${path}`, fn),
      });

    route('/v1/{city}/staff/{proxy+}', props.staff, verified);
    route('/v1/{city}/partner/{proxy+}', props.partner, verified);
    this.openRoutes = [
      ...route('/v1/{city}/{proxy+}', props.citizen, open),
      ...route('/v1/{city}', props.citizen, open),
      ...route('/v1/openapi.json', props.docs, open, [apigw.HttpMethod.GET]),
      ...route('/docs', props.docs, open, [apigw.HttpMethod.GET]),
    ];

    const accessLog = new logs.LogGroup(this, 'AccessLog', { retention: logs.RetentionDays.THREE_MONTHS });
    this.http.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: { destination: new apigw.LogGroupLogDestination(accessLog) },
    });
  }
}

/** Not `ANY`, which would send a browser's preflight (OPTIONS) to the authorizer. */
const EVERY_METHOD = [apigw.HttpMethod.GET, apigw.HttpMethod.POST, apigw.HttpMethod.PUT];
