import { IconCertificate } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import './text.css'

/**
 * The receipt of a formal act: "Acuse ACU/CHIS/2017/0003". An anchor, so that the portal's router can make it one of its
 * links; it leads to the page that says whether the receipt is genuine.
 */
export const ReceiptLink = ({
  folio,
  bare = false,
  ...anchor
}: { folio: string; bare?: boolean } & Omit<ComponentPropsWithRef<'a'>, 'children'>) => (
  <a {...anchor} className="ui-receipt">
    <IconCertificate size={15} aria-hidden />
    {bare ? folio : `Acuse ${folio}`}
  </a>
)
