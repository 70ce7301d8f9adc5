<?xml version="1.0" encoding="UTF-8"?>
<!-- The style of the guidelines. It stands in the page, so that the page can be sent about as one file. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="urn:teicable:odd2html"
    exclude-result-prefixes="#all">

  <xsl:variable name="h:css" as="xs:string"><![CDATA[
:root { color-scheme: light dark; --ink: #1d1d1b; --paper: #fffdf8; --quiet: #5d5a52; --line: #d9d4c7; --link: #1b4f8a; --panel: #f6f2e8; --weight: #8a2f1b; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e4da; --paper: #191816; --quiet: #a9a498; --line: #3a3833; --link: #8fb8ea; --panel: #23211e; --weight: #f0a08c; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.55 Georgia, "Liberation Serif", serif; display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.5rem; border-right: 1px solid var(--line); font: .875rem/1.5 system-ui, sans-serif; }
nav h2 { margin: 0 0 .4rem; font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--quiet); border: 0; padding: 0; }
nav ul { list-style: none; margin: 0 0 1.5rem; padding: 0; }
nav .names { columns: 2; column-gap: 1rem; font-size: .8125rem; overflow-wrap: anywhere; }
nav a { text-decoration: none; display: inline-block; min-width: 1.5rem; padding: .1rem 0; line-height: 1.3rem; }
main { max-width: 52rem; padding: 2.5rem 3rem 6rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 2rem; text-wrap: balance; }
h2 { font-size: 1.4rem; margin: 3rem 0 .8rem; padding-top: .8rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.15rem; margin: 0 0 .3rem; }
h3 small { font: italic .95rem/1.4 Georgia, "Liberation Serif", serif; color: var(--quiet); margin-left: .4rem; }
.when strong, .not strong, .mistake strong { display: block; font: 600 .75rem/1.5 system-ui, sans-serif; letter-spacing: .03em; color: var(--quiet); }
.when, .not, .mistake { margin-bottom: .5rem; } .mistake strong { color: var(--weight); }
.prose td:nth-child(2) { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .85em; }
tr[id] > th > a { text-decoration: none; }
h3 a, dd .gi, .shared a { text-decoration: none; } dd a:hover, .shared a:hover { text-decoration: underline; }
td > p:first-child::first-letter { text-transform: uppercase; }
.about { list-style: none; margin: 0; padding: 0; }
p { margin: 0 0 .8rem; max-width: 42rem; }
a { color: var(--link); }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, .gi, .att, pre { font-family: ui-monospace, "Liberation Mono", monospace; font-size: .9em; }
.gi::before { content: "<"; } .gi::after { content: ">"; }
nav .gi::before, nav .gi::after { content: none; }
dd .gi, td .gi, .shared a, tr > th > a, h3 > a { display: inline-block; min-width: 1.5rem; line-height: 1.5rem; }
.spec { padding: 1.4rem 0; border-top: 1px solid var(--line); }
.spec:target, tr:target, dt:target { background: var(--panel); }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; }
caption { text-align: left; font: .8rem system-ui, sans-serif; color: var(--quiet); padding-bottom: .2rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .8rem .45rem 0; border-top: 1px solid var(--line); }
th { font-weight: normal; width: 11rem; }
td p { margin: 0 0 .3rem; }
.required { display: block; font: .75rem system-ui, sans-serif; color: var(--weight); }
.rules th { width: 4.5rem; } .rules thead th { font: .8rem system-ui, sans-serif; color: var(--quiet); border: 0; } .rules thead th + th { width: 5rem; } .rules thead th:last-child { width: auto; }
.rules td.error, .rules td.review, .rules td.note { width: 5rem; font: .875rem/1.7 system-ui, sans-serif; }
.rules td.error { color: var(--weight); }
.hint, .shared, p.values { color: var(--quiet); font: .875rem/1.5 system-ui, sans-serif; }
dl { display: grid; grid-template-columns: 7rem minmax(0, 1fr); gap: .3rem .8rem; margin: .6rem 0; font-size: .9375rem; }
dt { color: var(--quiet); font: .875rem/1.7 system-ui, sans-serif; } dd { margin: 0; overflow-wrap: anywhere; }
dl.values { grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: .1rem .8rem; }
dl.values dt { color: inherit; overflow-wrap: anywhere; }
pre.example { background: var(--panel); border-left: 3px solid var(--line); margin: .8rem 0 0; padding: .7rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
pre b { font-weight: 600; color: var(--link); } pre i { font-style: normal; color: var(--quiet); }
pre.example:focus-visible { outline: 2px solid var(--link); }
@media (max-width: 50rem) {
  body { display: block; } nav { position: static; height: auto; padding: 1.25rem; border: 0; border-bottom: 1px solid var(--line); }
  nav .names { columns: auto; display: grid; grid-template-columns: 1fr 1fr; max-height: 11rem; overflow-y: auto; margin: 0; border: 1px solid var(--line); padding: .5rem; }
  main { padding: 1.25rem; } h1 { font-size: 1.6rem; } pre.example { padding: .6rem .7rem; font-size: .8125rem; }
  dl, dl.values { grid-template-columns: minmax(0, 1fr); gap: 0; } dl.values dd { margin-bottom: .4rem; padding-left: .8rem; }
  tbody th, tbody td { display: block; width: auto; } tbody tr { display: block; border-top: 1px solid var(--line); padding: .4rem 0; }
  tbody th, tbody td { border: 0; padding: .1rem 0; } thead { display: none; } .rules th, .rules td.error, .rules td.review, .rules td.note { width: auto; }
}
@media print {
  :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #bbb; --link: #000; --panel: #f4f4f4; --weight: #000; }
  @page { margin: 2cm; }
  body { display: block; font-size: 10pt; } nav { position: static; height: auto; border: 0; padding: 0; break-after: page; }
  main { max-width: none; padding: 0; } a { text-decoration: none; } h2, h3 { break-after: avoid; } pre.example, tr { break-inside: avoid; }
}
]]></xsl:variable>

</xsl:stylesheet>
