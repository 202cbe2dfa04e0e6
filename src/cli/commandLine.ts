// What has to be known of the command line before its options can be read.

/** The value of an option that takes one; the last counts. undefined: it was not given, or without a value. */
export function typedValue(args: readonly string[], option: string): string | undefined {
  const options = optionsOf(args)
  const place = options.findLastIndex((arg) => arg === option || arg.startsWith(`${option}=`))
  if (place < 0) return undefined
  const typed = options[place] ?? ''
  return typed === option ? options[place + 1] : typed.slice(option.length + 1)
}

export const isTyped = (args: readonly string[], option: string): boolean => optionsOf(args).includes(option)

/** What follows `--` are names. */
const optionsOf = (args: readonly string[]): readonly string[] => args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
