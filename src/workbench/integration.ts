import type { AstroIntegration } from 'astro';

/** Adds the workbench in development and in test builds; a published site does not have it. */
export function workbench(): AstroIntegration {
  return {
    name: 'workbench',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev' && process.env.ZERO_TO_HE_WORKBENCH !== '1') return;
        injectRoute({ pattern: '/workbench', entrypoint: './src/workbench/Workbench.astro' });
        injectRoute({ pattern: '/workbench/[chart]', entrypoint: './src/workbench/ChartBench.astro' });
      },
    },
  };
}
