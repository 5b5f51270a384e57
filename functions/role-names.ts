const NAMES: Readonly<Record<string, { en: string; fa: string }>> = {
  you: { en: 'You', fa: 'شما' },
  citizen: { en: 'Citizen', fa: 'شهروند' },
  clerk: { en: 'Public-relations clerk', fa: 'کارشناس روابط عمومی' },
  expert: { en: 'Request expert', fa: 'کارشناس بررسی' },
  secretary: { en: 'Secretary', fa: 'دبیر جلسه' },
  official: { en: 'Official', fa: 'مقام' },
  delegate: { en: 'Delegate', fa: 'قائم‌مقام' },
  owner: { en: 'Follow-up officer', fa: 'مسئول پیگیری' },
  'unit-manager': { en: 'Manager', fa: 'مدیر واحد' },
  coordinator: { en: 'Coordinator', fa: 'هماهنگ‌کننده' },
  inspector: { en: 'Inspector', fa: 'بازرس' },
  administrator: { en: 'Administrator', fa: 'راهبر سامانه' },
  auditor: { en: 'Auditor', fa: 'حسابرس' },
};

/** What a role is called in the reader's language. */
export const roleName = (role: string, language: string): string => {
  const name = NAMES[role];
  return (language === 'fa' ? name?.fa : name?.en) ?? role;
};
