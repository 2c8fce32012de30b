// Builds the site as it is tested: everything that is published, plus the workbench page, into dist-test/.
import { build } from 'astro';

process.env.ZERO_TO_HE_WORKBENCH = '1';
await build({ outDir: './dist-test' });
