import type { BodyOf, ReplyOf } from '../../../contract/operation.ts';
import type { previewClosure } from '../../../contract/staff/closure.ts';

export type Closure = BodyOf<typeof previewClosure>;

export type Previewed = { readonly closure: Closure; readonly hit: ReplyOf<typeof previewClosure> };
