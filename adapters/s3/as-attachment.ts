const LONGEST = 120;

/**
 * The header that makes a browser save a file under this name (RFC 6266): once for old readers in ASCII, once in full
 * (RFC 5987). What a name must not hold (folders, control and direction signs) is left out.
 */
export const asAttachment = (name: string): string => {
  const safe = safeName(name);
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["%]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded(safe)}`;
};

const safeName = (name: string): string => {
  const bare = name
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\u200c' ? sign : ''))
    .replace(/[\\/:*?"<>|]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return [...bare].slice(0, LONGEST).join('') || 'document';
};

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
