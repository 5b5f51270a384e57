import type { Node } from 'constructs';
import * as z from 'zod/mini';

/** What a deployment decides: `cdk deploy --all -c administrator=… -c administratorEmail=…`. The defaults only serve to synthesise. */
const Parameters = z.object({
  region: z._default(z.string(), 'eu-central-1'),
  webOrigin: z._default(z.url(), 'https://meeting.example.org'),
  /** `{city}.{username}`: the account that may load the city, and that the city's data must name as administrator. */
  administrator: z._default(
    z.string().check(z.regex(/^[a-z0-9-]+\.[a-z0-9]+([.-][a-z0-9]+)*$/)),
    'eastmere.administrator',
  ),
  administratorEmail: z._default(z.email(), 'administrator@meeting.example.org'),
  mailFrom: z._default(z.email(), 'no-reply@meeting.example.org'),
  /** Who is told of alarms. */
  alarmEmail: z.optional(z.email()),
});

export const readParameters = (node: Node) => {
  const given = Object.fromEntries(Object.keys(Parameters.shape).map((name) => [name, node.tryGetContext(name)]));
  const { region, webOrigin, administrator, administratorEmail, mailFrom, alarmEmail } = z.parse(Parameters, given);
  return {
    region,
    mailFrom,
    alarmEmail,
    webOrigins: [webOrigin],
    firstAdministrator: { username: administrator, email: administratorEmail },
  };
};
