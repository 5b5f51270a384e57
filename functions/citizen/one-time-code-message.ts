import { say } from '../../domain/local-text.ts';
import type { Office } from '../../domain/office.ts';
import { ONE_TIME_CODE } from '../../domain/one-time-code.ts';
import type { Message } from '../../domain/ports/carriers.ts';
import { toPersianDigits } from '../../domain/say-time.ts';

/** The message that brings a one-time code; it names the service and nobody. */
export const oneTimeCodeMessage = (
  code: string,
  { office, language }: { office: Office; language: string },
): Pick<Message, 'subject' | 'text'> => {
  const service = say(office.city.branding.service, language);
  return language === 'fa'
    ? {
        subject: `کد تأیید ${service}`,
        text: `کد تأیید شما: ${code}\n${service}\nتا ${toPersianDigits(String(ONE_TIME_CODE.minutes))} دقیقه معتبر است. آن را به هیچ‌کس ندهید.`,
      }
    : {
        subject: `Your code for ${service}`,
        text: `Your code: ${code}\n${service}\nIt is valid for ${ONE_TIME_CODE.minutes} minutes. Give it to nobody.`,
      };
};

/** Enough of a contact for its owner to know it again, too little for anybody else. */
export const masked = ({ kind, value }: { kind: 'mobile' | 'email'; value: string }): string => {
  const [name = '', domain = ''] = value.split('@');
  return kind === 'email' ? `${name.slice(0, 1)}***@${domain}` : `${'*'.repeat(value.length - 3)}${value.slice(-3)}`;
};
