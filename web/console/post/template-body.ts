import type { BodyOf } from '../../../contract/operation.ts';
import type { putSessionTemplate } from '../../../contract/staff/session-template.ts';
import type { Template } from './listed-template.ts';

type Body = BodyOf<typeof putSessionTemplate>;

/** A template as it is sent back: without its name, its end and its days. */
export const templateBody = ({ id: _, official: __, endsOn: ___, days: ____, ...body }: Template): Body => body;
