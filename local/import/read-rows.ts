import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import * as z from 'zod/mini';
import { normalise } from '../../domain/text.ts';
import { type Columns, type Field, ImportError, type PaperRow } from './paper-row.ts';

const Cells = z.record(z.string(), z.string());

/** The rows of a CSV file, one at a time, however long it is. Throws `ImportError` if it cannot be read as one. */
export async function* readRows(file: string, columns: Columns): AsyncGenerator<PaperRow> {
  const header = (names: string[]) => checkedHeader(names, columns);
  const parser = parse({
    bom: true,
    columns: header,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  const source = createReadStream(file).on('error', (error) => parser.destroy(error));
  let number = 1;
  try {
    for await (const record of source.pipe(parser)) {
      number += 1;
      const cells = Cells.parse(record);
      const cell = (field: Field) => normalise(cells[columns[field]] ?? '');
      yield {
        number,
        ...{ official: cell('official'), unit: cell('unit'), date: cell('date') },
        ...{ applicant: cell('applicant'), text: cell('text') },
      };
    }
  } catch (error) {
    throw readable(error, file);
  } finally {
    source.destroy();
  }
}

const checkedHeader = (names: readonly string[], columns: Columns): string[] => {
  const found = names.map((name) => name.trim());
  const missing = Object.entries(columns).filter(([, name]) => !found.includes(name));
  if (missing.length === 0) return found;
  const wanted = missing.map(([field, name]) => `${field} (looked for under "${name}")`).join(', ');
  throw new ImportError(
    `The file has no column for ${wanted}. Its columns are: ${found.join(', ')}.\nName them with --column, such as --column applicant=Name.`,
  );
};

const readable = (error: unknown, file: string): unknown => {
  if (error instanceof CsvError) return new ImportError(`${file} cannot be read as CSV: ${error.message}`);
  const isOfFile = error instanceof Error && 'syscall' in error;
  return isOfFile ? new ImportError(`${file} cannot be read: ${error.message}`) : error;
};
