import { Ltr } from '../kit/lists.tsx';

/** A tracking code as people read it, `7K3M-92QF-4`; some lists carry its bare symbols. */
const readable = (code: string): string => code.replace(/^(\w{4})(\w{4})(\w)$/, '$1-$2-$3');

export function Code({ code }: { code: string }) {
  return <Ltr>{readable(code)}</Ltr>;
}
