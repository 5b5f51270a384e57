import { parseArgs } from 'node:util';
import { DataFolderError, dataFolderPath } from './data-folder.ts';
import { transitionsOf } from './demo/check-end.ts';
import { officeOf, type Shown, showLives } from './demo/show-lives.ts';
import { tellLife } from './demo/tell-life.ts';
import { openSystem } from './system.ts';

const USAGE = `npm run demo -- [--json] [--seed N]
Shows eight lives of requests from submission to their end; --seed N changes names, times and ids.
The data stays in DATA_DIR (else .data), where the printed codes can be opened with "npm start".`;

const PORT = 8787;

/** One life as a program reads it. */
const asData = ({ scene, told }: Shown) => ({
  id: scene.life.id,
  city: scene.life.city,
  request: told.request.id,
  code: told.request.code,
  applicant: told.applicant,
  status: told.request.status,
  reason: told.request.reason,
  orders: told.orders,
  events: told.events,
  letters: told.letters,
  scans: told.scans,
  messages: told.messages,
  executions: told.executions,
  transitions: transitionsOf(told),
});

const show = async (seed: string, json: boolean): Promise<void> => {
  const port = Number(process.env.PORT ?? PORT);
  const system = await openSystem({ folder: dataFolderPath(), port, log: (line) => console.error(line) });
  try {
    const { lives, errors } = await showLives(system, seed);
    if (json) {
      process.stdout.write(`${JSON.stringify({ lives: lives.map(asData), errors }, null, 2)}\n`);
    } else {
      for (const one of lives) console.log(`${tellLife(one.scene, one.told, officeOf(one.scene.life.city))}\n`);
      for (const error of errors) console.error(`! ${error}`);
      console.log(`${lives.length} lives, ${errors.length} errors. The data is in ${dataFolderPath()}.`);
    }
    if (errors.length > 0) process.exitCode = 1;
  } finally {
    await system.close();
  }
};

try {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, seed: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) console.log(USAGE);
  else await show(values.seed ?? '1', values.json ?? false);
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!isUsage && !(error instanceof DataFolderError)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
