import { linkRequests, mergeRequests, unlinkRequests } from '../../../contract/staff/link.ts';
import { served } from '../../answer.ts';
import { answer as linkRequestsAnswer } from '../link-requests.ts';
import { answer as mergeRequestsAnswer } from '../merge-requests.ts';
import { answer as unlinkRequestsAnswer } from '../unlink-requests.ts';

export const linksAnswers = [
  served(linkRequests, linkRequestsAnswer),
  served(unlinkRequests, unlinkRequestsAnswer),
  served(mergeRequests, mergeRequestsAnswer),
] as const;
