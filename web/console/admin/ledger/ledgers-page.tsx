import { PageTitle } from '../../../kit/layout.tsx';
import { navigate } from '../../../kit/router.ts';
import { useConsole } from '../../console.ts';
import { OfficialSelect } from '../../official-select.tsx';
import { useAdminWords } from '../admin.ts';

/** Whose ledger is to be looked at. */
export function LedgersPage() {
  const { base } = useConsole();
  const { ledger } = useAdminWords();
  return (
    <>
      <PageTitle title={ledger.title} lead={ledger.lead} />
      <OfficialSelect
        unitLabel={ledger.unit}
        officialLabel={ledger.official}
        onChoose={(official, unit) => official && navigate(`${base}/ledger/${unit}/${official}`)}
      />
    </>
  );
}
