/** A valid UUID that a reader of a failing test recognises: its last digits are `number`. */
export const sampleId = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

/** Thursday 14 December 2017, 10:32 in central Mexico: "now" wherever a sample needs one. */
export const SAMPLE_NOW = '2017-12-14T16:32:00.000Z'
/** Monday 25 December 2017, 24:00 in central Mexico. */
export const SAMPLE_DUE = '2017-12-26T06:00:00.000Z'
