import { main } from '../../src/main.ts'

/** Runs one command line and says how much memory it needed at most. */
await main()
console.log(`peak ${process.resourceUsage().maxRSS} kB`)
