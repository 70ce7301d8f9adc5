// Read references as Citation.js does, and print them as CSL-JSON and in words: node references.mjs FILE…
import { readFileSync } from 'node:fs'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'

for (const path of process.argv.slice(2)) {
  const cite = new Cite(readFileSync(path, 'utf8'))
  const words = cite.format('bibliography', { format: 'text', template: 'apa' }).trim()
  console.log(JSON.stringify({ path, data: cite.data, words }))
}
