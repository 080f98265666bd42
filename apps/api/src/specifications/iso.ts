/** SQL expression: an instant as contracts send it, ISO 8601 in UTC with milliseconds. */
export const iso = (instant: string) => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
