import { isIPv6 } from 'node:net'

/**
 * What an address is counted under: IPv6 by its /64, which is the least that anybody gets, so that nobody has more than
 * one turn; IPv4, also written within IPv6, by itself.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const [plain = ''] = address.split('%', 1)
  if (plain.includes('.')) return plain.slice(plain.lastIndexOf(':') + 1)
  const [before = [], after = []] = plain.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}
