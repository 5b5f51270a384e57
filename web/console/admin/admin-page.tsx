import './admin.css';
import { PageTitle } from '../../kit/layout.tsx';
import { Card } from '../../kit/lists.tsx';
import { useConsole } from '../console.ts';
import { useAdminWords } from './admin.ts';
import { SECTIONS } from './sections.tsx';

/** Everything of the city that an administrator keeps, each with what it is for. */
export function AdminPage() {
  const { base } = useConsole();
  const { title, lead, sections } = useAdminWords();
  return (
    <>
      <PageTitle title={title} lead={lead} />
      <div class="cards">
        {SECTIONS.map((name) => (
          <Card key={name}>
            <h2>
              <a href={`${base}/admin/${name}`}>{sections[name].title}</a>
            </h2>
            <p class="hint">{sections[name].about}</p>
          </Card>
        ))}
      </div>
    </>
  );
}
