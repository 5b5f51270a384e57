import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { listDirectory } from '../contract/staff/directory.ts';
import { listAnchors, listLedger } from '../contract/staff/ledger.ts';
import { accountName } from '../domain/account-name.ts';
import { type Anchor, findRewrite } from '../domain/anchor.ts';
import { findEdit, type LedgerHead, type LedgerLine } from '../domain/ledger.ts';
import { findUnfairDraw } from '../domain/unfair-draw.ts';
import { sha256 } from '../functions/scheduled/chain-ledger.ts';
import { ask, RefusedError } from './api-client.ts';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath } from './data-folder.ts';
import { ReachError, reachSystem } from './reach-system.ts';

const USAGE = `npm run -s ledger -- verify --city CITY [--official POST] [options]    proves the fair-turn ledger of a post, or of all,
    line by line and against its heads as they were noted day by day

  --to URL           a running system (default: the one on DATA_DIR, started if none runs)
  --account NAME     an account that may read it (default: CITY.administrator; others must name the post)
  --password WORD    to sign in to a local system, else MEETING_PASSWORD, else the seeded one
  --token TOKEN      access token of the account instead, else MEETING_TOKEN`;

const PORT = 8787;
const PAGE = 100;

/** What a person has to mend; the message says what, and needs no stack. */
class LedgerError extends Error {}

type Access = { readonly url: string; readonly city: string; readonly token: string };

/** Ended posts too: their ledgers stay. */
const postsOf = async (access: Access): Promise<string[]> => {
  const posts: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await ask(listDirectory, { ...access, params: { kind: 'officials' }, query: { limit: PAGE, after } });
    posts.push(...page.items.map((item) => z.parse(z.object({ id: z.string() }), item).id));
    if (page.next === undefined) return posts;
    after = page.next;
  }
};

/** The whole chain, until there is no line left: whatever number a line claims to have, it is counted here. */
const readLedger = async (access: Access, official: string): Promise<{ lines: LedgerLine[]; head: LedgerHead }> => {
  const lines: LedgerLine[] = [];
  for (let wasLast = false; ; ) {
    const query = { limit: PAGE, after: lines.length };
    const { items, head } = await ask(listLedger, { ...access, params: { official }, query });
    lines.push(...items);
    const isLast = items.length === 0;
    // A head that is ahead of the lines may have grown after they were read; a second look tells.
    if (isLast && (wasLast || head.number <= lines.length)) return { lines, head };
    wasLast = isLast;
  }
};

/** What was noted of a post, day by day; read before its lines, so that none of it is ahead of them. */
const readAnchors = async (access: Access, official: string): Promise<Anchor[]> => {
  const anchors: Anchor[] = [];
  for (let after: string | undefined; ; ) {
    const page = await ask(listAnchors, { ...access, params: { official }, query: { limit: PAGE, after } });
    anchors.push(...page.items);
    if (page.next === undefined) return anchors;
    after = page.next;
  }
};

const verify = async (access: Access, posts: readonly string[]): Promise<void> => {
  for (const official of posts) {
    const anchors = await readAnchors(access, official);
    const { lines, head } = await readLedger(access, official);
    const edit = findEdit({ city: access.city, official }, { lines, head }, sha256);
    const rewrite = findRewrite(lines, anchors);
    const unfair = edit ? undefined : findUnfairDraw(lines, sha256);
    const verdict = edit
      ? `EDITED: line ${edit.line} is ${edit.found}`
      : rewrite
        ? `REWRITTEN: line ${rewrite.line} is another one than on ${rewrite.notedOn}`
        : unfair
          ? `UNFAIR: the draw in line ${unfair} is not the one that was announced`
          : 'whole';
    if (verdict !== 'whole') process.exitCode = 1;
    console.log(
      `${official}: ${verdict}; ${lines.length} lines, head ${head.hash || 'none'}, ${anchors.length} days noted`,
    );
  }
};

const run = async (): Promise<void> => {
  const text = { type: 'string' } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ city: text, official: text, to: text, account: text, password: text, token: text },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const { city, official, to, account, password, token } = values;
  if (positionals.join() !== 'verify' || city === undefined) throw new LedgerError(USAGE);
  const system = await reachSystem({
    ...{ to, folder: dataFolderPath(), port: Number(process.env.PORT ?? PORT) },
    password: password ?? process.env.MEETING_PASSWORD,
    token: token ?? process.env.MEETING_TOKEN,
  });
  try {
    const reader = account ?? accountName(city, 'administrator');
    const access = { url: system.url, city, token: await system.tokenOf(reader) };
    await verify(access, official === undefined ? await postsOf(access) : [official]);
  } finally {
    await system.close();
  }
};

try {
  await run();
} catch (error) {
  const isUsage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const isForPeople = [LedgerError, ReachError, RefusedError, CannotStart].some((kind) => error instanceof kind);
  if (!(error instanceof Error) || !(isUsage || isForPeople)) throw error;
  console.error(isUsage ? `${error.message}\n\n${USAGE}` : error.message);
  process.exitCode = 1;
}
