import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledge } from './acknowledgements.ts';
import { DataStack } from './data-stack.ts';
import { readParameters } from './parameters.ts';
import { ServiceStack } from './service-stack.ts';

/** Both stacks of the office, under the eyes of cdk-nag: a finding that nobody has acknowledged fails the synthesis. */
export const officeOf = (props: AppProps = {}): { app: App; data: DataStack; service: ServiceStack } => {
  const app = new App(props);
  const parameters = readParameters(app.node);
  const env = { region: parameters.region };
  const data = new DataStack(app, 'PublicMeetingData', { env, ...parameters });
  const service = new ServiceStack(app, 'PublicMeetingService', {
    env,
    data,
    webOrigins: parameters.webOrigins,
    firstAdministrator: parameters.firstAdministrator.username,
    mailFrom: parameters.mailFrom,
    alarmEmail: parameters.alarmEmail,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledge({ data, service });
  return { app, data, service };
};
