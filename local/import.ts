import { accountName } from '../domain/account-name.ts';
import { RefusedError } from './api-client.ts';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath } from './data-folder.ts';
import { importFile } from './import/import-file.ts';
import { factsOf, type Office, unitsOf } from './import/office.ts';
import { type ImportOptions, readOptions, USAGE } from './import/options.ts';
import { ImportError } from './import/paper-row.ts';
import { showProgress } from './import/show-progress.ts';
import { Tally } from './import/tally.ts';
import { writeReport } from './import/write-report.ts';
import { ReachError, type Reached, reachSystem } from './reach-system.ts';

const PORT = 8787;

const run = async (options: ImportOptions): Promise<void> => {
  const folder = dataFolderPath();
  const port = Number(process.env.PORT ?? PORT);
  const system = await reachSystem({ ...options, folder, port });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const tally = new Tally();
  const progress = showProgress(tally, console.error);
  try {
    const office = await officeOf(options, system);
    await importFile(options.paper, office, { tally, onTotal: progress.begin, signal: stop.signal });
  } finally {
    progress.end();
    await system.close();
    tell(tally, writeReport(tally, options.report, folder), options.json);
  }
  if (stop.signal.aborted) {
    console.error('Stopped. Run the same command again to go on.');
    process.exitCode = 130;
  }
};

const officeOf = async (
  { city, user, administrator, administratorToken }: ImportOptions,
  system: Reached,
): Promise<Office> => {
  const { url, tokenOf } = system;
  const { language } = await factsOf({ url, city });
  const top = (await unitsOf({ url, city }, language)).find(({ kind }) => kind === 'headquarters')?.id;
  const registrar = accountName(city, user ?? `manager.${top}`);
  return {
    ...{ url, city },
    registrarToken: () => tokenOf(registrar),
    administratorToken: async () => administratorToken ?? tokenOf(accountName(city, administrator)),
  };
};

const tell = (tally: Tally, report: string | undefined, json: boolean): void => {
  const summary = tally.summary();
  if (json) {
    console.log(JSON.stringify(summary));
    return;
  }
  const { rows, registered, known, rejected, reasons } = summary;
  console.log(`${rows} rows: ${registered} registered, ${known} known from before, ${rejected} rejected.`);
  for (const [reason, times] of Object.entries(reasons)) console.log(`  ${times} × ${reason}`);
  if (report !== undefined) console.log(`The rejected rows are listed in ${report}.`);
};

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options) await run(options);
  else console.log(USAGE);
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isForPeople = [ImportError, ReachError, RefusedError, CannotStart].some((kind) => error instanceof kind);
  if (!(error instanceof Error) || !(isUsage || isForPeople)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
