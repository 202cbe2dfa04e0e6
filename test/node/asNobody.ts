/** The user `nobody` of most systems. */
const NOBODY = 65_534

/** Runs a step with no right to what is closed to others: root is let in everywhere. Skipped on Windows. */
export async function asNobody<T>(step: () => Promise<T>): Promise<T> {
  const user = process.geteuid?.()
  if (user !== 0) return step()
  process.seteuid?.(NOBODY)
  try {
    return await step()
  } finally {
    process.seteuid?.(user)
  }
}
