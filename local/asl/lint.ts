import type { Json } from './json.ts';
export const lint = (_definition: Json): string[] => [];
