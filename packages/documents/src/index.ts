export { renderReceipt } from './receipt/render-receipt.ts'
export type { ReceiptData, ReceiptFile, ReceiptLine } from './receipt/receipt-data.ts'
