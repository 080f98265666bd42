export const receiptFile = (folio: string): string => `${folio.replaceAll('/', '-')}.pdf`

/** Its hash keeps it apart from another file of that name; of the name only what every system writes to a disk. */
export const bundledName = ({ sha256, name }: { sha256: string; name: string }): string =>
  `${sha256.slice(0, 12)}-${name.replace(/[^\p{L}\p{N} ._-]/gu, '_')}`
