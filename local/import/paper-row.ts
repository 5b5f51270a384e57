/** What is read of each row, and the headers under which it is looked for unless an option says otherwise. */
export const COLUMNS = {
  official: 'official',
  unit: 'department',
  date: 'date',
  applicant: 'applicant',
  text: 'reason',
} as const;

export type Field = keyof typeof COLUMNS;
export type Columns = Readonly<Record<Field, string>>;

/** One row of the paper file; its cells as the system would store them, so that equal rows are equal texts. */
export type PaperRow = Readonly<Record<Field, string>> & {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
};

/** What a person has to mend before an import can go on; the message says what, and needs no stack. */
export class ImportError extends Error {}
