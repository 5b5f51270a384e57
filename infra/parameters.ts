import type { Node } from 'constructs';
import * as z from 'zod/mini';
import { ListedCity } from '../contract/pages/listed-city.ts';

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
  /** Of the name in `webOrigin`, from us-east-1; without it the pages answer at the CDN's own name only. */
  certificateArn: z.optional(z.string().check(z.startsWith('arn:'))),
  /** The cities that the first page offers, and whose portal names them before its scripts run. */
  cities: z._default(z.array(ListedCity), [
    {
      id: 'eastmere',
      locales: ['en', 'fa'],
      name: { en: 'Eastmere', fa: 'ایست‌میر' },
      service: { en: 'Meet your council', fa: 'ملاقات مردمی' },
      authority: { en: 'Eastmere City Council', fa: 'شورای شهر ایست‌میر' },
      contacts: [{ name: { en: 'Emergency', fa: 'فوریت‌ها' }, number: '999' }],
    },
  ]),
});

export const readParameters = (node: Node) => {
  const given = Object.fromEntries(Object.keys(Parameters.shape).map((name) => [name, node.tryGetContext(name)]));
  const parameters = z.parse(Parameters, given);
  const { region, webOrigin, administrator, administratorEmail, mailFrom, alarmEmail, certificateArn, cities } =
    parameters;
  return {
    region,
    mailFrom,
    alarmEmail,
    cities,
    name: certificateArn === undefined ? undefined : { domain: new URL(webOrigin).hostname, certificateArn },
    webOrigins: [webOrigin],
    firstAdministrator: { username: administrator, email: administratorEmail },
  };
};
