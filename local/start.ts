import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath } from './data-folder.ts';
import { CITIES } from './seed.ts';
import { openSystem } from './system.ts';
import { openWeb } from './web/open-web.ts';

/** `npm start`: the whole system on one machine. PORT (8787), DATA_DIR (.data); `--clock-speed N` lets the office's time run faster. */
const FASTEST = 100_000;

process.on('unhandledRejection', (fault) => console.error('Something failed outside of any call:', fault));

try {
  const speed = askedSpeed();
  const system = await openSystem({
    folder: dataFolderPath(),
    port: Number(process.env.PORT ?? 8787),
    pages: await openWeb(CITIES),
  });
  if (speed !== undefined) system.clock.setSpeed(speed);
  announce(system);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void system.close().finally(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** How fast the office's clock shall go; undefined leaves it as it was. Throws `CannotStart`. */
function askedSpeed(): number | undefined {
  try {
    const { values } = parseArgs({ options: { 'clock-speed': { type: 'string' } } });
    if (values['clock-speed'] === undefined) return undefined;
    const speed = Number(values['clock-speed']);
    if (speed > 0 && speed <= FASTEST) return speed;
  } catch {
    // The same word is for whatever else was typed.
  }
  throw new CannotStart(`npm start -- [--clock-speed N], with a number N above 0, at most ${FASTEST}.`);
}

function announce({ url, seeds, password, partnerSecret }: Awaited<ReturnType<typeof openSystem>>): void {
  console.log(`
  Portal    ${url}/
  Console   ${url}/console
  API       ${url}/docs   (${url}/v1/openapi.json)
  Outbox    ${url}/outbox   what citizens and staff would receive
  Clock     ${url}/_clock   the office's time; POST {"to": instant} or {"speed": n}

  Staff sign in at the console; every seeded account has the password  ${password}
`);
  for (const { username, roles } of seeds) console.log(`    ${username.padEnd(34)} ${roles.join(', ')}`);
  console.log(`
  Partner line 137 (client credentials): line-137 / ${partnerSecret('line-137')}

ready ${url}`);
}
