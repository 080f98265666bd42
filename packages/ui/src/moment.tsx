import { formatDate, formatDue, formatInstant } from '@portal/domain'
import './text.css'

/** An instant in central Mexico: "jue 14 dic 2017, 10:32"; of a deadline "lun 25 dic 2017, 24:00". */
export const Moment = ({ at, deadline = false }: { at: string; deadline?: boolean }) => (
  <time dateTime={at}>{deadline ? formatDue(at) : formatInstant(at)}</time>
)

/** A calendar day, YYYY-MM-DD. */
export const Day = ({ date }: { date: string }) => <time dateTime={date}>{formatDate(date)}</time>
