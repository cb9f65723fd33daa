export {
  SealDropAddEvent,
  SealDropReceiptEvent,
  SealDropRejectEvent,
  SealDropSettledEvent,
  SealDropStateEvent,
} from './events.ts'
export { SealDropFailEvent } from './fail-event.ts'
export { SealDropElement } from './seal-drop.ts'
