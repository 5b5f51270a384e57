import { LinkButton } from '../kit/button.tsx';
import { PageTitle } from '../kit/layout.tsx';
import { useConsole } from './console.ts';

/** There is no page at this address. */
export function NotFound() {
  const { words, base } = useConsole();
  return (
    <>
      <PageTitle title={words.kit.notFound} lead={words.kit.notFoundLead} />
      <p class="actions">
        <LinkButton href={base}>{words.kit.toStart}</LinkButton>
      </p>
    </>
  );
}
