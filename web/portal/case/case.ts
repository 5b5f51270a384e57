import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { trackRequest } from '../../../contract/citizen/requests.ts';
import type { ReplyOf } from '../../../contract/operation.ts';

/** The request on the page, and a way to look again after something was done. */
export type OpenCase = ReplyOf<typeof trackRequest> & { readonly again: () => void };

export const CaseContext = createContext<OpenCase | undefined>(undefined);

/** @throws Error outside a case page */
export const useCase = (): OpenCase => {
  const open = useContext(CaseContext);
  if (!open) throw new Error('There is no case above');
  return open;
};
