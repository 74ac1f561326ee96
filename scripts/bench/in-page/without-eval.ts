import { config } from 'zod';

// The extension's pages forbid code made from strings. DevTools lifts that while the bench loads, and zod, which asks
// as each schema is made, would believe it.
config({ jitless: true });
