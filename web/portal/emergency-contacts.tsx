import { Ltr } from '../kit/lists.tsx';
import { useDoorway } from './portal.ts';

/** Whom else to call, each number ready to be pressed. */
export function EmergencyContacts() {
  const { city } = useDoorway();
  return (
    <ul class="lines">
      {city.emergencyContacts.map(({ name, number }) => (
        <li key={number}>
          {name}{' '}
          <a href={`tel:${number.replace(/\s/g, '')}`}>
            <Ltr>{number}</Ltr>
          </a>
        </li>
      ))}
    </ul>
  );
}
