import type { LivePlace } from './live-place.ts';
import { isPersian, sayNumber, sayTime } from './say-time.ts';

type Speech = { readonly locale: string; readonly timeZone: string };

/** The place on the meeting day in one sentence, with no full stop: "3 before you, about 10:20". */
export const sayPlace = (place: LivePlace, speech: Speech): string =>
  isPersian(speech) ? inPersian(place, speech) : inEnglish(place, speech);

const inPersian = (place: LivePlace, speech: Speech): string => {
  switch (place.state) {
    case 'expected':
      return place.before === 0
        ? 'هنوز ورود شما ثبت نشده است'
        : `هنوز ورود شما ثبت نشده است؛ اکنون ${sayNumber(place.before, speech)} نفر پیش از شما منتظرند`;
    case 'waiting':
      return place.before === 0
        ? `نفر بعدی شمایید، حدود ساعت ${sayTime(place.estimatedAt, speech)}`
        : `${sayNumber(place.before, speech)} نفر پیش از شماست؛ نوبت شما حدود ساعت ${sayTime(place.estimatedAt, speech)}`;
    case 'called':
      return place.room === undefined ? 'نوبت شماست؛ بفرمایید' : `نوبت شماست؛ بفرمایید به ${place.room}`;
    case 'in':
      return 'ملاقات شما در جریان است';
    case 'out':
      return 'ملاقات شما انجام شد';
    case 'missed':
      return 'برای این نوبت غیبت ثبت شده است';
  }
};

const inEnglish = (place: LivePlace, speech: Speech): string => {
  switch (place.state) {
    case 'expected':
      return place.before === 0
        ? 'Your arrival is not recorded yet'
        : `Your arrival is not recorded yet; ${place.before} are waiting before you`;
    case 'waiting':
      return place.before === 0
        ? `You are next, about ${sayTime(place.estimatedAt, speech)}`
        : `${place.before} before you; your turn is about ${sayTime(place.estimatedAt, speech)}`;
    case 'called':
      return place.room === undefined ? 'You are called: please come in' : `You are called: ${place.room}`;
    case 'in':
      return 'Your meeting is under way';
    case 'out':
      return 'Your meeting has been held';
    case 'missed':
      return 'It was recorded that nobody came for this turn';
  }
};
