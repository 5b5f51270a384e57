import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledge, type OfficeStacks } from './acknowledgements.ts';
import { DataStack } from './data-stack.ts';
import { readParameters } from './parameters.ts';
import { ServiceStack } from './service-stack.ts';
import { WebStack } from './web-stack.ts';

/** The stacks of the office, under the eyes of cdk-nag: a finding that nobody has acknowledged fails the synthesis. */
export const officeOf = (props: AppProps = {}): { app: App } & OfficeStacks => {
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
  const { name, cities } = parameters;
  const web = new WebStack(app, 'PublicMeetingWeb', { env, data, service, name, cities });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  acknowledge({ data, service, web });
  return { app, data, service, web };
};
