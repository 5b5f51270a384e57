import {
  closeCommittee,
  decideMatter,
  listCommittees,
  openCommittee,
  planCommittee,
  showCommittee,
} from '../../../contract/staff/committee.ts';
import { served } from '../../answer.ts';
import { answer as closeCommitteeAnswer } from '../close-committee.ts';
import { answer as decideMatterAnswer } from '../decide-matter.ts';
import { answer as listCommitteesAnswer } from '../list-committees.ts';
import { answer as openCommitteeAnswer } from '../open-committee.ts';
import { answer as planCommitteeAnswer } from '../plan-committee.ts';
import { answer as showCommitteeAnswer } from '../show-committee.ts';

export const committeesAnswers = [
  served(planCommittee, planCommitteeAnswer),
  served(listCommittees, listCommitteesAnswer),
  served(showCommittee, showCommitteeAnswer),
  served(openCommittee, openCommitteeAnswer),
  served(decideMatter, decideMatterAnswer),
  served(closeCommittee, closeCommitteeAnswer),
] as const;
