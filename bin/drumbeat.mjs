#!/usr/bin/env node
// Plain JavaScript, so that a Node that cannot run the rest can still say so.
import module from 'node:module'

const NEEDED = 24
const major = Number(process.versions.node.split('.')[0])
if (major < NEEDED) {
  console.error(
    `Drumbeat needs Node ${NEEDED} or newer; this is ${process.versions.node}. In this folder, "npm start" brings its own.`,
  )
  process.exit(1)
}
module.enableCompileCache?.()
const { main } = await import('../src/main.ts')
await main()
