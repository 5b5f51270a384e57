import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReplyOf } from '../../../contract/operation.ts';
import type { showCase } from '../../../contract/staff/case.ts';

/** The case on the page, and a way to look again after something was done. */
export type OpenCase = ReplyOf<typeof showCase> & { readonly again: () => void };

export const CaseContext = createContext<OpenCase | undefined>(undefined);

/** @throws Error outside a case page */
export const useCase = (): OpenCase => {
  const open = useContext(CaseContext);
  if (!open) throw new Error('There is no case above');
  return open;
};

/** What the citizen said when they last disputed an order, by its number. */
export const disputesOf = ({ timeline }: Pick<OpenCase, 'timeline'>): ReadonlyMap<number, string> =>
  new Map(
    timeline.flatMap(({ kind, text, facts }): [number, string][] =>
      kind === 'order-disputed' && text ? [[Number(facts.order), text]] : [],
    ),
  );
