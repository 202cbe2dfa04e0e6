import { Option } from 'commander'

/** An option that may be given several times: all its values, in their order. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, earlier: string[] | undefined) => [...(earlier ?? []), value])
}
