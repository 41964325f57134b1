const transform = {
  '^.+\\.tsx?$': ['@swc/jest', {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, experimental: { keepImportAttributes: true } },
    module: { type: 'es6' },
  }],
}

const project = ({ name, folders, ...rest }) => ({
  displayName: name,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/dist/', '<rootDir>/data/'],
  ...rest,
})

const served = ['http', 'graphql', 'feeds', 'security', 'reliability']
const globalSetup = '<rootDir>/test/support/global-setup.mjs'
const globalTeardown = '<rootDir>/test/support/global-teardown.mjs'

/** The same HTTP files run once on each database; `scripts/test.mjs` leaves a project out only by saying so. */
export default {
  maxWorkers: 2,
  testTimeout: 60_000,
  projects: [
    project({ name: 'unit', folders: ['unit'] }),
    project({ name: 'sqlite', folders: served, globals: { DATABASE_KIND: 'sqlite' }, globalSetup, globalTeardown }),
    project({ name: 'mongodb', folders: served, globals: { DATABASE_KIND: 'mongodb' }, globalSetup: '<rootDir>/test/support/global-setup-mongodb.mjs', globalTeardown }),
    project({ name: 'admin', folders: ['admin', 'reader'], globals: { DATABASE_KIND: 'sqlite' }, globalSetup, globalTeardown }),
  ],
}
