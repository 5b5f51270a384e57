import {
  addOrder,
  barOrder,
  listOrders,
  renewOrder,
  reportOrderDone,
  showOrder,
} from '../../../contract/staff/order.ts';
import { askAboutOrder, handOverOrder } from '../../../contract/staff/order-acts.ts';
import { recordOutcome, startScan } from '../../../contract/staff/outcome.ts';
import { served } from '../../answer.ts';
import { answer as addOrderAnswer } from '../add-order.ts';
import { answer as askAboutOrderAnswer } from '../ask-about-order.ts';
import { answer as barOrderAnswer } from '../bar-order.ts';
import { answer as handOverOrderAnswer } from '../hand-over-order.ts';
import { answer as listOrdersAnswer } from '../list-orders.ts';
import { answer as recordOutcomeAnswer } from '../record-outcome.ts';
import { answer as renewOrderAnswer } from '../renew-order.ts';
import { answer as reportOrderDoneAnswer } from '../report-order-done.ts';
import { answer as showOrderAnswer } from '../show-order.ts';
import { answer as startScanAnswer } from '../start-scan.ts';

export const ordersAnswers = [
  served(startScan, startScanAnswer),
  served(recordOutcome, recordOutcomeAnswer),
  served(listOrders, listOrdersAnswer),
  served(showOrder, showOrderAnswer),
  served(addOrder, addOrderAnswer),
  served(reportOrderDone, reportOrderDoneAnswer),
  served(renewOrder, renewOrderAnswer),
  served(barOrder, barOrderAnswer),
  served(handOverOrder, handOverOrderAnswer),
  served(askAboutOrder, askAboutOrderAnswer),
] as const;
