import { CannotStart } from './cannot-start.ts';
import { dataFolderPath } from './data-folder.ts';
import { transitionsOf } from './demo/check-end.ts';
import { readOptions, UsageError } from './demo/options.ts';
import { officeOf, type Shown, showLives } from './demo/show-lives.ts';
import { tellLife } from './demo/tell-life.ts';
import { openSystem } from './system.ts';

/** `npm run demo`: performs the lives on the product's own clock and tells of them, as text or as JSON. */
const demo = async (): Promise<void> => {
  const { json, seed } = readOptions(process.argv.slice(2));
  const folder = dataFolderPath();
  const system = await openSystem({ folder, port: Number(process.env.PORT ?? 8787) });
  try {
    const { lives, errors } = await showLives(system, seed);
    if (json) console.log(JSON.stringify({ lives: lives.map(asData), errors }, null, 2));
    else tell(lives, errors);
    if (errors.length > 0) process.exitCode = 1;
  } finally {
    await system.close();
  }
};

/** One life as a program reads it. */
const asData = ({ scene, told }: Shown) => {
  const { request, ...more } = told;
  const { id, code, status, reason } = request;
  const { life } = scene;
  return { id: life.id, city: life.city, request: id, code, status, reason, transitions: transitionsOf(told), ...more };
};

const tell = (lives: readonly Shown[], errors: readonly string[]): void => {
  for (const { scene, told } of lives) console.log(`${tellLife(scene, told, officeOf(scene.life.city))}\n`);
  for (const error of errors) console.error(`! ${error}`);
  console.log(
    `${lives.length} lives, ${errors.length} errors. To open the codes: npm start, and prove the mobile beside`,
  );
  console.log('each code; what is sent to it can be read at /outbox.');
};

try {
  await demo();
} catch (error) {
  if (!(error instanceof UsageError || error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
