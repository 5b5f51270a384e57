import { S3Error } from './s3-error.ts';
import { unescapeXml } from './xml.ts';

export type Tags = Record<string, string>;

/** An object with this tag cannot be read, whatever the tag's value, until the tag is taken away. */
export const QUARANTINE_TAG = 'quarantine';

const MOST = 10;

/** From the `x-amz-tagging` header: `a=1&b=2`. */
export const tagsFromHeader = (text: string): Tags => checked([...new URLSearchParams(text)]);

/** From `<Tagging><TagSet><Tag><Key/><Value/></Tag>…`, as PutObjectTagging and forms send it. */
export function tagsFromXml(xml: string): Tags {
  const set = /<TagSet\s*(?:\/>|>([\s\S]*?)<\/TagSet>)/.exec(xml);
  if (!set) throw new S3Error('MalformedXML', 'The tags are not well-formed.');
  const tag = /\s*<Tag>\s*<Key>([^<]*)<\/Key>\s*<Value>([^<]*)<\/Value>\s*<\/Tag>\s*/g;
  const text = set[1] ?? '';
  if (text.replace(tag, '').trim() !== '') throw new S3Error('MalformedXML', 'The tags are not well-formed.');
  return checked([...text.matchAll(tag)].map(([, key = '', value = '']) => [unescapeXml(key), unescapeXml(value)]));
}

function checked(pairs: [string, string][]): Tags {
  const tags = Object.fromEntries(pairs);
  const valid = pairs.every(([key, value]) => key.length >= 1 && key.length <= 128 && value.length <= 256);
  if (!valid || pairs.length > MOST || Object.keys(tags).length < pairs.length) {
    throw new S3Error('InvalidTag', 'An object has at most 10 tags, each with a key of its own.');
  }
  return tags;
}
