import { Card } from '../../kit/lists.tsx';
import { usePortal } from '../portal.ts';
import { useCase } from './case.ts';

/** Other requests that this one hangs together with. One on the same matter may be somebody else's: it is told, not opened. */
export function Links() {
  const { words, base } = usePortal();
  const { links } = useCase().request;
  if (links.length === 0) return null;
  return (
    <Card title={words.case.linked}>
      <ul>
        {links.map(({ kind, request, incoming }) => (
          <li key={`${kind} ${request}`}>
            {(incoming ? words.case.incoming : words.case.links)[kind]}.{' '}
            {kind !== 'same-matter' && <a href={`${base}/requests/${request}`}>{words.case.openLinked}</a>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
