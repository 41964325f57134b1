import * as migration_20261124_090513_schema from './20261124_090513_schema';
import * as migration_20261124_142343_schema from './20261124_142343_schema';

export const migrations = [
  {
    up: migration_20261124_090513_schema.up,
    down: migration_20261124_090513_schema.down,
    name: '20261124_090513_schema',
  },
  {
    up: migration_20261124_142343_schema.up,
    down: migration_20261124_142343_schema.down,
    name: '20261124_142343_schema'
  },
];
