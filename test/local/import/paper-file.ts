/** A row as an office might have typed it; nobody in it exists. */
export type Typed = {
  readonly official: string;
  readonly department: string;
  readonly date: string;
  readonly applicant: string;
  readonly reason: string;
};

export const typed = (number: number, more: Partial<Typed> = {}): Typed => ({
  official: 'Alderman of Harbour Ward',
  department: 'Harbour Ward',
  date: `${String((number % 12) + 1).padStart(2, '0')}-2015`,
  applicant: `Applicant ${number}`,
  reason: `Matter, number ${number}`,
  ...more,
});

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const toCsv = (rows: readonly Typed[]): string =>
  [
    'official,department,date,applicant,reason',
    ...rows.map((row) => Object.values(row).map(quoted).join(',')),
    '',
  ].join('\n');

const POSTS = [
  { department: 'Harbour Ward', official: 'Alderman of Harbour Ward' },
  { department: 'Office of Bridges & Ferries', official: 'Commissioner of Bridges' },
  { department: 'Office of Bridges & Ferries', official: 'Commissioner of Ferries' },
  { department: 'Department for Lamps', official: 'Secretary for Lamps' },
];

/** 30 rows for one desk, the tenth from an applicant with a name of their own. */
export const FIRST_30 = Array.from({ length: 30 }, (_, number) =>
  typed(number, number === 9 ? { applicant: 'Zephyrine' } : {}),
);

/** 300 rows: those 30, others for four posts of three units, every tenth of them twice, and twelve that must be rejected. */
export const ALL_300 = [
  ...FIRST_30,
  ...Array.from({ length: 258 }, (_, number) => {
    const one = number % 10 === 1 ? number + 29 : number + 30;
    return typed(one, POSTS[one % POSTS.length]);
  }),
  ...Array.from({ length: 5 }, (_, number) => typed(number, { date: '01-1930' })),
  ...Array.from({ length: 3 }, (_, number) => typed(number, { applicant: ' ' })),
  ...Array.from({ length: 2 }, (_, number) => typed(number, { official: '' })),
  typed(1, { date: '01-2199' }),
  typed(2, { date: 'last spring' }),
];
