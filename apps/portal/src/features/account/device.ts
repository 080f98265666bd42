/** In the order in which they are looked for: each also bears the names of those after it. */
const BROWSERS = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iPhone o iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
] as const

type Names = readonly (readonly [RegExp, string])[]
const nameIn = (names: Names, text: string) => names.find(([sign]) => sign.test(text))?.[1]

/** What a browser says of itself, in plain words: "Firefox en Windows". It is a hint: any program may say anything. */
export function deviceName(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return 'Dispositivo sin identificar'
  const browser = nameIn(BROWSERS, userAgent)
  const system = nameIn(SYSTEMS, userAgent)
  if (browser === undefined) return system === undefined ? 'Otro programa' : `Otro programa en ${system}`
  return system === undefined ? browser : `${browser} en ${system}`
}
