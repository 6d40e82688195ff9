// Validates every DOCX given with the Open XML SDK. Exit 1 on any error, or when no file is given.
// Usage: KEHOACH_INSTRUMENTS=<folder of install.sh> node validate_docx.mjs FILE.docx…
import { readFileSync } from 'node:fs'
import { availableParallelism, homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const OFFICE_VERSION = 'Microsoft365'
const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
const root = resolve(process.env.KEHOACH_INSTRUMENTS || join(cache, 'kehoach-instruments'))
// The package lives outside the repository, so it is not found by name; its own manifest says where it starts.
const home = join(root, 'node', 'node_modules', '@xarsh', 'ooxml-validator')
const { main } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
const { validateFile } = await import(pathToFileURL(join(home, main)))

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('validate_docx: no files given')
  process.exit(1)
}

/** The lines to print for one file, and how many errors it has. */
async function validate(file) {
  try {
    const { ok, errors } = await validateFile(resolve(file), { officeVersion: OFFICE_VERSION })
    if (ok === true && errors.length === 0) return { count: 0, lines: [`PASS ${file}`] }
    const lines = errors.map((e) => `    ${e.errorType} ${e.path ?? '-'} ${e.xPath ?? ''}\n        ${e.id ?? ''}: ${e.description}`)
    return { count: Math.max(1, errors.length), lines: [`FAIL ${file}: ${errors.length} errors`, ...lines] }
  } catch (error) {
    // A validator that cannot run must not read as a valid file.
    return { count: 1, lines: [`FAIL ${file}: cannot be validated: ${error.message}`] }
  }
}

// One process per file is all the package offers; as many run at once as there are cores.
const results = new Array(files.length)
let next = 0
async function work() {
  while (next < files.length) {
    const index = next++
    results[index] = await validate(files[index])
  }
}
await Promise.all(Array.from({ length: Math.min(files.length, availableParallelism()) }, work))

for (const { lines } of results) console.log(lines.join('\n'))
const bad = results.filter(({ count }) => count > 0).length
const errors = results.reduce((sum, { count }) => sum + count, 0)
console.log(`ooxml: ${files.length} files, ${bad} invalid, ${errors} errors`)
process.exitCode = bad === 0 ? 0 : 1
