import { parseArgs } from 'node:util';
import type { Paper } from './import-file.ts';
import { COLUMNS, type Columns, type Field, ImportError } from './paper-row.ts';

export const USAGE = `npm run import -- --file FILE --city CITY [options]
Registers the paper backlog of an office from a CSV file with a header; see docs/import.md.

  --column FIELD=HEADER    where to find official, unit, date, applicant or text (default: ${Object.values(COLUMNS).join(', ')})
  --as met                 each row is a meeting that was held (default: submitted)
  --make-units             add units and officials that the city lacks
  --topic ID               the topic of all rows (default: the last of the city's topics)
  --report FILE            where to write the rejected rows
  --json                   print nothing but the summary on stdout
  --to URL                 a running system (default: the one on DATA_DIR, started if none runs)
  --user NAME              who registers (default: the manager of the headquarters)
  --administrator NAME     who adds units and officials (default: administrator)
  --password WORD          for both, else MEETING_PASSWORD, else the seeded one
  --token TOKEN            access token of the user instead, else MEETING_TOKEN
  --administrator-token T  that of the administrator if it is another, else MEETING_ADMINISTRATOR_TOKEN`;

export type ImportOptions = {
  readonly paper: Paper;
  readonly city: string;
  readonly json: boolean;
  readonly report?: string | undefined;
  readonly to?: string | undefined;
  readonly user?: string | undefined;
  readonly administrator: string;
  readonly password?: string | undefined;
  readonly token?: string | undefined;
  readonly administratorToken?: string | undefined;
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

/** The command line as the import takes it; undefined if only help was asked for. Throws `ImportError` for what makes no sense. */
export const readOptions = (args: readonly string[], env: NodeJS.ProcessEnv): ImportOptions | undefined => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ file: text, city: text, column: { ...text, multiple: true }, as: { ...text, default: 'submitted' } },
      ...{ 'make-units': flag, topic: text, report: text, json: flag, help: flag },
      ...{ to: text, user: text, administrator: { ...text, default: 'administrator' }, password: text },
      ...{ token: text, 'administrator-token': text },
    },
  });
  if (values.help) return undefined;
  const { file, city, topic, report, json, to, user, administrator } = values;
  if (!file || !city) throw new ImportError('Name the file and the city: --file FILE --city CITY.');
  if (values.as !== 'met' && values.as !== 'submitted') throw new ImportError('--as is "met" or "submitted".');
  const token = values.token ?? env.MEETING_TOKEN;
  return {
    paper: {
      file,
      topic,
      columns: columnsOf(values.column ?? []),
      asMet: values.as === 'met',
      makeUnits: values['make-units'],
    },
    ...{ city, report, json, to, user, administrator, token },
    password: values.password ?? env.MEETING_PASSWORD,
    administratorToken: values['administrator-token'] ?? env.MEETING_ADMINISTRATOR_TOKEN ?? token,
  };
};

const columnsOf = (wishes: readonly string[]): Columns => {
  const columns: Record<Field, string> = { ...COLUMNS };
  for (const wish of wishes) {
    const [field = '', ...header] = wish.split('=');
    if (!isField(field) || header.length === 0) {
      throw new ImportError(
        `--column ${wish}: write FIELD=HEADER, FIELD being one of ${Object.keys(COLUMNS).join(', ')}.`,
      );
    }
    columns[field] = header.join('=').trim();
  }
  return columns;
};

const isField = (field: string): field is Field => field in COLUMNS;
