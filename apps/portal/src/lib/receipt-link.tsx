import { ReceiptLink as ReceiptAnchor } from '@portal/ui'
import { createLink } from '@tanstack/react-router'

const Anchor = createLink(ReceiptAnchor)

/** "Acuse ACU/CHIS/2017/0003", a link within the portal to the page that verifies it. `bare` shows the folio alone. */
export const ReceiptLink = ({ folio, code, bare = false }: { folio: string; code: string; bare?: boolean }) => (
  <Anchor to="/verificar/$code" params={{ code }} folio={folio} bare={bare} />
)
