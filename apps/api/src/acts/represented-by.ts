import type { Person } from '@portal/domain'

/** Whom a row names beside its author: in whose place they acted, or nobody. */
export const representedBy = ({ onBehalfOf }: Person): string | null => onBehalfOf?.personId ?? null
