/** Filters the lists of findings. The page says all without it. */
export const script = `
'use strict'
for (const part of document.querySelectorAll('[data-findings]')) {
  const filter = part.querySelector('.filter')
  if (filter === null) continue
  const status = filter.querySelector('.status')
  const search = filter.querySelector('input')
  const choices = Array.from(filter.querySelectorAll('select'))
  const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase()
  const textOf = (row) => plain(Array.from(row.cells, (cell) => cell.textContent).join(' '))
  const rows = Array.from(part.querySelectorAll('tbody tr'), (row) => ({ row, data: row.dataset, text: textOf(row) }))
  const apply = () => {
    const words = plain(search.value).split(/\\s+/).filter(Boolean)
    let shown = 0
    for (const { row, data, text } of rows) {
      const chosen = choices.every(({ name, value }) => value === '' || value === data[name])
      row.hidden = !(chosen && words.every((word) => text.includes(word)))
      if (!row.hidden) shown++
    }
    part.classList.toggle('filtered', shown < rows.length)
    const count = shown.toLocaleString(document.documentElement.lang)
    status.textContent = shown === 0 ? filter.dataset.none : filter.dataset.shown.replace('#', count)
  }
  filter.addEventListener('input', apply)
  filter.querySelector('button').addEventListener('click', () => {
    search.value = ''
    for (const choice of choices) choice.value = ''
    apply()
  })
  filter.hidden = false
  apply()
}
`
