import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledgements } from './acknowledgements.ts';
import { DataStack } from './data-stack.ts';
import { readParameters } from './parameters.ts';
import { ServiceStack } from './service-stack.ts';

const app = new App();
const parameters = readParameters(app.node);
const env = { region: parameters.region };

const data = new DataStack(app, 'PublicMeetingData', { env, ...parameters });
const service = new ServiceStack(app, 'PublicMeetingService', {
  env,
  data,
  webOrigins: parameters.webOrigins,
  firstAdministrator: parameters.firstAdministrator.username,
  mailFrom: parameters.mailFrom,
});

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
acknowledgements({ data, service });
