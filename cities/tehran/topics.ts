import type { Topic } from '../../domain/topic.ts';

const topic = (id: string, fa: string, en: string): Topic => ({ id, name: { fa, en } });

const below = (parent: string, topics: Topic[]): Topic[] => topics.map((child) => ({ ...child, parent }));

export const tehranTopics: Topic[] = [
  {
    ...topic('town-planning', 'شهرسازی و معماری', 'Town planning and architecture'),
    attendees: [{ unit: 'engineering' }],
  },
  ...below('town-planning', [
    topic('building-permit', 'پروانه ساخت', 'Building permit'),
    topic('completion-certificate', 'پایان کار', 'Completion certificate'),
    topic('change-of-use', 'تغییر کاربری', 'Change of use'),
    topic('article-100', 'کمیسیون ماده ۱۰۰', 'Article 100 commission'),
    topic('building-violation', 'تخلف ساختمانی', 'Building violation'),
  ]),
  topic('property', 'املاک', 'Property'),
  topic('city-services', 'خدمات شهری', 'City services'),
  topic('civil-works', 'فنی و عمرانی', 'Engineering and civil works'),
  topic('green-space', 'فضای سبز', 'Green space'),
  topic('transport', 'حمل‌ونقل و ترافیک', 'Transport and traffic'),
  topic('revenue', 'درآمد و عوارض', 'Revenue and charges'),
  topic('social-cultural', 'اجتماعی و فرهنگی', 'Social and cultural'),
  topic('administration', 'اداری و استخدام', 'Administration and employment'),
  { ...topic('legal', 'حقوقی', 'Legal'), attendees: [{ unit: 'inspection' }] },
  topic('other', 'سایر', 'Other'),
];
