import * as migration_20261124_090513_schema from './20261124_090513_schema';
import * as migration_20261124_124149_schema from './20261124_124149_schema';
import * as migration_20261124_124648_schema from './20261124_124648_schema';
import * as migration_20261124_131300_schema from './20261124_131300_schema';
import * as migration_20261124_132830_schema from './20261124_132830_schema';
import * as migration_20261124_134052_schema from './20261124_134052_schema';
import * as migration_20261124_134512_schema from './20261124_134512_schema';

export const migrations = [
  {
    up: migration_20261124_090513_schema.up,
    down: migration_20261124_090513_schema.down,
    name: '20261124_090513_schema',
  },
  {
    up: migration_20261124_124149_schema.up,
    down: migration_20261124_124149_schema.down,
    name: '20261124_124149_schema',
  },
  {
    up: migration_20261124_124648_schema.up,
    down: migration_20261124_124648_schema.down,
    name: '20261124_124648_schema',
  },
  {
    up: migration_20261124_131300_schema.up,
    down: migration_20261124_131300_schema.down,
    name: '20261124_131300_schema',
  },
  {
    up: migration_20261124_132830_schema.up,
    down: migration_20261124_132830_schema.down,
    name: '20261124_132830_schema',
  },
  {
    up: migration_20261124_134052_schema.up,
    down: migration_20261124_134052_schema.down,
    name: '20261124_134052_schema',
  },
  {
    up: migration_20261124_134512_schema.up,
    down: migration_20261124_134512_schema.down,
    name: '20261124_134512_schema'
  },
];
