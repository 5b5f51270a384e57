import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** The caller's language among those that the city speaks: `?lang=`, then `Accept-Language`, then the city's first. */
export const languageOf = (event: APIGatewayProxyEventV2, spoken: readonly string[]): string => {
  const wished = [event.queryStringParameters?.lang, ...preferred(event.headers['accept-language'] ?? '')];
  const found = wished.find((language) => language !== undefined && spoken.includes(language));
  return found ?? spoken[0] ?? 'en';
};

const preferred = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.toLowerCase().split('-')[0] ?? '', weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ language }) => language);
