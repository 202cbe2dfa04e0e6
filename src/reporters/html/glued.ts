const NO_BREAK = '\u00a0'

/** A sentence whose French signs stay with their words. */
export const glued = (sentence: string): string => sentence.replace(/ (?=[:;?!»%€→])|(?<=«) /g, NO_BREAK)
