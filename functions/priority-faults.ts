import type { Office } from '../domain/office.ts';
import { isPriorityClass } from '../domain/queue.ts';
import type { Fault } from './faults.ts';

type Declaring = {
  readonly priority?: { readonly class: string; readonly document?: string | undefined } | undefined;
  readonly documents?: readonly { readonly id: string }[] | undefined;
};

/** What is wrong with a declared priority class: unknown here, or shown by a document that was not brought. */
export const priorityFaults = ({ priority, documents = [] }: Declaring, office: Office): Fault[] => [
  ...(priority && !isPriorityClass(priority.class, office) ? [{ path: 'priority.class', problem: 'unknown' }] : []),
  ...(priority?.document !== undefined && !documents.some(({ id }) => id === priority.document)
    ? [{ path: 'priority.document', problem: 'unknown' }]
    : []),
];
