import { dataFolderPath } from './data-folder.ts';
import { ReachError, reachSystem } from './reach-system.ts';

/** `npm run -s token -- eastmere.clerk.hq`: an access token of a member of staff of the system that runs on PORT, to try the API with. */
const [account] = process.argv.slice(2);
const port = Number(process.env.PORT ?? 8787);

try {
  if (account === undefined) throw new ReachError('Name an account, such as eastmere.clerk.hq.');
  const system = await reachSystem({ to: `http://127.0.0.1:${port}`, folder: dataFolderPath(), port });
  console.log(await system.tokenOf(account));
} catch (error) {
  if (!(error instanceof ReachError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
