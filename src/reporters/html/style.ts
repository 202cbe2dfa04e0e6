/** Light and dark as the reader prefers; always light on paper. Widths and colours only: nothing is said by them alone. */
export const style = `
:root { color-scheme: light dark; --page: #f4f5f7; --card: #fff; --ink: #1d2129; --soft: #565d6d; --line: #d8dce4; --link: #1a4fb8; --red: #b1271f; --red-back: #fdeceb; --green: #1d6b3c; --green-back: #e5f4ea; --amber: #8a4f00; --amber-back: #fff3de; --track: #e3e6ec; --bar: #6d7b95 }
@media screen and (prefers-color-scheme: dark) { :root { --page: #14171d; --card: #1d2129; --ink: #e6e9ef; --soft: #a5adbc; --line: #383e4a; --link: #93b5ff; --red: #ff9d94; --red-back: #40211f; --green: #84d7a2; --green-back: #173222; --amber: #f2c274; --amber-back: #392b11; --track: #343a46; --bar: #8b99b3 } }
* { box-sizing: border-box }
html { font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; background: var(--page); color: var(--ink); -webkit-text-size-adjust: 100% }
body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 2rem }
a { color: var(--link) }
.quiet { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em }
.quiet:hover { color: var(--link) }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
.skip { position: absolute; left: -100vw; top: 0; padding: .5rem 1rem; background: var(--card) }
.skip:focus { left: 0 }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
header { padding: 1.75rem 0 .75rem }
.kicker { margin: 0; color: var(--soft) }
h1 { margin: .15rem 0 0; font-size: 1.65rem; line-height: 1.25; overflow-wrap: anywhere }
h2, h3, h4, h5 { line-height: 1.3; overflow-wrap: anywhere }
h2 { font-size: 1.25rem; margin: 2rem 0 .75rem }
h3 { font-size: 1.1rem; margin: 1.5rem 0 .6rem }
h4, h5 { font-size: 1rem; margin: 1rem 0 .35rem }
p { margin: .4rem 0; overflow-wrap: anywhere }
article { margin-top: 2.5rem; border-top: 3px solid var(--line) }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1.1rem; margin: 0 0 1rem }
.card > :is(h2, h3, h4):first-child { margin-top: 0 }
.amount { float: right; margin-left: 1rem; font-weight: 400; font-size: .95rem; color: var(--soft) }
.verdict { background: var(--card); border: 1px solid var(--line); border-left: 6px solid var(--red); border-radius: 8px; padding: .75rem 1.1rem 1rem; margin-bottom: 1rem }
.verdict.valid { border-left-color: var(--green) }
.verdict.convertible { border-left-color: var(--amber) }
.badge { display: inline-block; padding: .1rem .6rem; border-radius: 1rem; font-weight: 600; white-space: nowrap; color: var(--red); background: var(--red-back) }
.badge.valid { color: var(--green); background: var(--green-back) }
.badge.convertible { color: var(--amber); background: var(--amber-back) }
dl { margin: 0 }
.figures { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin-top: .75rem }
.figures dt { color: var(--soft); font-size: .9rem }
.figures dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 1rem }
.card dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem }
.card dt { color: var(--soft) }
.card dd { margin: 0; overflow-wrap: anywhere }
.card.explained { margin-top: 2rem }
.card.explained dl { display: block }
.card.explained dt { color: inherit; font-weight: 600; scroll-margin-top: 1rem }
.card.explained dd + dt { margin-top: .7rem }
dt:target, dt:target + dd { background: var(--amber-back) }
.entry + .entry { border-top: 1px solid var(--line); margin-top: .9rem; padding-top: .1rem }
.places { list-style: none; margin: .35rem 0; padding: 0 }
.places li { padding: .1rem 0 }
.address { font-weight: 600; font-variant-numeric: tabular-nums; display: inline-block; min-width: 3.5rem }
.value, .put, .text { unicode-bidi: isolate; overflow-wrap: anywhere }
.places .value, .exact, .command { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: .9em }
.places .value { background: var(--red-back); border-radius: 3px; padding: .05rem .35rem }
.put { color: var(--green); font-weight: 600 }
.aside { color: var(--soft); font-weight: 400 }
.notes, .steps { margin: .35rem 0; padding-left: 1.4rem }
.notes li, .steps li { margin: .3rem 0; overflow-wrap: anywhere }
.command { display: inline-block; margin-top: .3rem; padding: .35rem .6rem; background: var(--page); border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere }
.scroll { position: relative; overflow: auto; max-height: 85vh; background: var(--card); border: 1px solid var(--line); border-radius: 8px }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .925rem }
th, td { text-align: left; vertical-align: top; padding: .4rem .7rem; border-bottom: 1px solid var(--line) }
tbody tr:last-child > * { border-bottom: 0 }
thead th { position: sticky; top: 0; z-index: 1; background: var(--card); color: var(--soft); font-weight: 600; box-shadow: inset 0 -1px var(--line) }
tbody th { font-weight: 600 }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.share { white-space: nowrap }
.bar { vertical-align: middle; border-radius: 3px }
.figures .bar { width: 6rem; margin-left: .4rem }
.columns .bar { width: 5rem; margin-right: .35rem }
.bar rect { fill: var(--bar) }
.bar .track { fill: var(--track) }
.bar.wrong rect:last-child { fill: var(--red) }
.bar.right rect:last-child { fill: var(--green) }
.columns th[scope=row] .aside { display: block }
.absent { color: var(--soft) }
.rows td, .rows th { min-width: 6rem; max-width: 18rem; overflow-wrap: anywhere }
.rows thead th { min-width: 8rem; overflow-wrap: break-word }
.rows tr > :first-child { min-width: 4rem }
.rows tbody th { position: sticky; left: 0; background: var(--card); box-shadow: inset -1px 0 var(--line); font-variant-numeric: tabular-nums }
.letters { color: var(--soft); font-weight: 400; margin-right: .15rem }
.rows td.bad { background: var(--red-back); box-shadow: inset 3px 0 var(--red); min-width: 10rem }
.rows .bad .value { font-weight: 600 }
.why { display: block; color: var(--red); font-size: .85em; font-weight: 400 }
.rows .put { display: block; font-size: .9em }
.rows:not(:has(.all-columns:checked)) .cold { display: none }
.findings td:nth-child(2), .findings th[scope=row] { white-space: nowrap }
.findings th[scope=row] { min-width: 12rem }
.findings th[scope=row] .aside { display: block; white-space: normal; overflow-wrap: anywhere; max-width: 14rem }
.findings td:nth-child(3) { min-width: 8rem }
.findings td:last-child { min-width: 18rem }
.findings td:nth-child(4), .findings td:nth-child(5) { min-width: 8rem; max-width: 14rem }
.severity.error { color: var(--red); font-weight: 600 }
.severity.warning { color: var(--amber) }
.filter { display: flex; flex-wrap: wrap; align-items: end; gap: .4rem 1rem; margin-bottom: .6rem }
.filter[hidden], tr[hidden] { display: none }
.filter { border: 0; margin-inline: 0; padding: 0 }
.filter legend { padding: 0 0 .3rem; font-weight: 600 }
.filter p { margin: 0 }
.filter label { display: block; font-size: .875rem; color: var(--soft) }
input, select, button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 4px; padding: .3rem .5rem; max-width: 20rem }
input[type=checkbox] { width: 1.1em; height: 1.1em; vertical-align: -.15em }
button { cursor: pointer }
.status { flex-basis: 100%; color: var(--soft) }
.on-paper { display: none }
footer { margin-top: 2.5rem; color: var(--soft); font-size: .9rem }
@media (max-width: 40rem) { .findings th[scope=row] { min-width: 9rem } h1 { font-size: 1.35rem } .amount { float: none; display: block; margin: 0 } body { padding: 0 .75rem 1.5rem } .card dl { grid-template-columns: 1fr; gap: 0 } .card dd { margin-bottom: .4rem } .findings th[scope=row], .findings td:nth-child(2) { white-space: normal } }
@media print {
  @page { margin: 14mm 12mm }
  :root { --page: #fff; --red-back: #fff; --green-back: #fff; --amber-back: #fff; --link: #1d2129 }
  html { font-size: 11px }
  body { max-width: none; padding: 0 }
  .skip, .filter, .toggle { display: none }
  .scroll { overflow: visible; max-height: none; border-radius: 0 }
  thead { display: table-header-group }
  thead th, .rows tbody th { position: static }
  tr, .entry, .verdict, .cards .card { break-inside: avoid }
  h2, h3, h4, h5 { break-after: avoid }
  .rows td, .rows th, .rows thead th, .rows td.bad { min-width: 0 }
  .rows tr > :first-child, .findings td:nth-child(3), .findings td:last-child { min-width: 0 }
  .findings th[scope=row] { min-width: 9.5em }
  .findings td:nth-child(4), .findings td:nth-child(5) { min-width: 7.8em }
  .rows .cold { display: none }
  .rows tbody tr:nth-child(n + 101), [data-findings]:not(.filtered) tbody tr:nth-child(n + 201), .filtered .on-paper { display: none }
  :not(.filtered) > .on-paper { display: block }
  .rows td.bad { border: 1px solid var(--red) }
  .badge { border: 1px solid }
  .card, .scroll { border-color: #999 }
  article { break-before: page; border-top: 0; margin-top: 0 }
}
`
