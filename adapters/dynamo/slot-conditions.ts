import { heldByRequest, isThere } from './expression.ts';

/** When a slot may be had, in DynamoDB's words; `:at` is now. The domain's words for it are `isTaken` and `isFree`. */
const holdIsOver = '(attribute_exists(#holdUntil) AND #holdUntil <= :at)';
const isOffered = '(attribute_not_exists(#freeFrom) OR #freeFrom <= :at)';
const isOpen = '(attribute_not_exists(#openFrom) OR #openFrom <= :at)';
const isToCome = '#startsAt > :at';

export const nobodyHasIt = `(attribute_not_exists(#holder) OR ${holdIsOver})`;
export const isFreeForQueue = `${isThere} AND ${isToCome} AND ${nobodyHasIt} AND ${isOffered}`;
export const isFree = `${isFreeForQueue} AND ${isOpen}`;
export const heldForNow = `(${heldByRequest} AND attribute_exists(#holdUntil))`;
