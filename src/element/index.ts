export {
  SealDropAddEvent,
  SealDropFailEvent,
  SealDropReceiptEvent,
  SealDropRejectEvent,
  SealDropSettledEvent,
  SealDropStateEvent,
} from './events.ts'
export { SealDropElement } from './seal-drop.ts'
