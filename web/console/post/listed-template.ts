import type { ReplyOf } from '../../../contract/operation.ts';
import type { listSessionTemplates } from '../../../contract/staff/session-template.ts';

export type Template = ReplyOf<typeof listSessionTemplates>['templates'][number];
