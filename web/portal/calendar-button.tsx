import { Button } from '../kit/button.tsx';
import { calendarFile } from './calendar-file.ts';
import { usePortal } from './portal.ts';

type CalendarButtonProps = Omit<Parameters<typeof calendarFile>[0], 'title'> & { readonly title?: string };

/** Hands over a file that any calendar takes; by default for the meeting itself. */
export function CalendarButton({ title, ...entry }: CalendarButtonProps) {
  const { words, city } = usePortal();
  const save = () => {
    const text = calendarFile({ ...entry, title: title ?? city.branding.service }, new Date().toISOString());
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    link.download = 'meeting.ics';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button kind="quiet" onClick={save}>
      {words.done.calendar}
    </Button>
  );
}
