import type { Icon } from '@tabler/icons-react'
import type { Tone } from '@portal/ui'
import './evidence.css'

/** What came of a check, in words for somebody who does not know the portal. */
export type VerdictWords = { icon: Icon; tone: Tone; title: string; sentence: string }

/** A verdict with its sign: never by colour alone. */
export const Verdict = ({ icon: Sign, tone, title, sentence, role }: VerdictWords & { role?: 'status' }) => (
  <div className={`verdict ui-tone-${tone}`} role={role}>
    <Sign size={36} stroke={1.6} aria-hidden />
    <div>
      <p className="verdict-title">{title}</p>
      <p>{sentence}</p>
    </div>
  </div>
)
