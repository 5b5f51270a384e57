import {
  loadCity,
  putCalendar,
  putCity,
  putPolicies,
  showCalendar,
  showCitySettings,
  showPolicies,
} from '../../../contract/staff/city.ts';
import {
  endEntry,
  listDirectory,
  putOfficial,
  putPartner,
  putTopic,
  putUnit,
  putUser,
  putVenue,
} from '../../../contract/staff/directory.ts';
import { importHolidays, previewHolidays } from '../../../contract/staff/holidays.ts';
import { listOfficeDays } from '../../../contract/staff/office-days.ts';
import { served } from '../../answer.ts';
import { answer as endEntryAnswer } from '../end-entry.ts';
import { answer as importHolidaysAnswer } from '../import-holidays.ts';
import { answer as listDirectoryAnswer } from '../list-directory.ts';
import { answer as listOfficeDaysAnswer } from '../list-office-days.ts';
import { answer as loadCityAnswer } from '../load-city.ts';
import { answer as previewHolidaysAnswer } from '../preview-holidays.ts';
import { answer as putCalendarAnswer } from '../put-calendar.ts';
import { answer as putCityAnswer } from '../put-city.ts';
import { answer as putOfficialAnswer } from '../put-official.ts';
import { answer as putPartnerAnswer } from '../put-partner.ts';
import { answer as putPoliciesAnswer } from '../put-policies.ts';
import { answer as putTopicAnswer } from '../put-topic.ts';
import { answer as putUnitAnswer } from '../put-unit.ts';
import { answer as putUserAnswer } from '../put-user.ts';
import { answer as putVenueAnswer } from '../put-venue.ts';
import { answer as showCalendarAnswer } from '../show-calendar.ts';
import { answer as showCitySettingsAnswer } from '../show-city-settings.ts';
import { answer as showPoliciesAnswer } from '../show-policies.ts';

export const cityAnswers = [
  served(listDirectory, listDirectoryAnswer),
  served(putUnit, putUnitAnswer),
  served(putOfficial, putOfficialAnswer),
  served(putTopic, putTopicAnswer),
  served(putVenue, putVenueAnswer),
  served(putUser, putUserAnswer),
  served(putPartner, putPartnerAnswer),
  served(endEntry, endEntryAnswer),
  served(showPolicies, showPoliciesAnswer),
  served(putPolicies, putPoliciesAnswer),
  served(listOfficeDays, listOfficeDaysAnswer),
  served(showCalendar, showCalendarAnswer),
  served(putCalendar, putCalendarAnswer),
  served(previewHolidays, previewHolidaysAnswer),
  served(importHolidays, importHolidaysAnswer),
  served(showCitySettings, showCitySettingsAnswer),
  served(putCity, putCityAnswer),
  served(loadCity, loadCityAnswer),
] as const;
