// The files that one of several machines checks: the same on all of them, whatever they know of each other.
import type { Shard } from '../../runOptions.js'

/**
 * Places of the files of a shard, in their order. The largest file first, each goes to the shard that has least to do:
 * none then has more to do than another by more than one file. `costs`: what each takes, as `workOf` says, by place.
 */
export function takeShard(costs: readonly number[], { index, count }: Shard): number[] {
  const loads = new Array<number>(count).fill(0)
  const taken: number[] = []
  for (const place of [...costs.keys()].sort((a, b) => costs[b]! - costs[a]! || a - b)) {
    const least = leastOf(loads)
    loads[least] = loads[least]! + costs[place]!
    if (least === index - 1) taken.push(place)
  }
  return taken.sort((a, b) => a - b)
}

/** The first of the lowest. */
function leastOf(loads: readonly number[]): number {
  let least = 0
  for (let i = 1; i < loads.length; i++) if (loads[i]! < loads[least]!) least = i
  return least
}
