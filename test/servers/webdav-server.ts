import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { findServer, freePort, makeFolder, serverFolder, startProgram } from './program-server.ts';

/** A real WebDAV server on loopback, and the folder on the disk that it serves. */
export interface WebdavServer {
  /** Ends in `/`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly folder: string;
  files(): Record<string, string>;
  write(path: string, content: string): void;
  remove(path: string): void;
  /** Removes everything. */
  empty(): void;
  /** From now on only this password is taken. Where the server reads its passwords once, nothing. */
  setPassword?(password: string): void;
  stop(): Promise<void>;
}

export const WEBDAV_SERVERS = ['apache2', 'nginx', 'lighttpd', 'rclone'] as const;
export type WebdavServerName = (typeof WEBDAV_SERVERS)[number];

const MODULES: Readonly<Partial<Record<WebdavServerName, string>>> = {
  apache2: '/usr/lib/apache2/modules/mod_dav_fs.so',
  nginx: '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so',
  lighttpd: '/usr/lib/lighttpd/mod_webdav.so',
};

/** Why a server cannot be tested against here; nothing where it can. */
export function missingServer(name: WebdavServerName): string | undefined {
  if (!findServer(name)) return `${name} is not installed`;
  const module = MODULES[name];
  return module !== undefined && !existsSync(module) ? `${module} is not installed` : undefined;
}

const USER = 'reader';
const PASSWORD = 'ink & paper: 渡轮';

export async function startWebdavServer(name: WebdavServerName): Promise<WebdavServer> {
  const base = serverFolder();
  const root = makeFolder(base, 'root');
  const port = await freePort();
  const server: ServerFolders = { base, root, port };
  const setPassword = (password: string) => writePassword(base, name, password);
  setPassword(PASSWORD);
  const [args, env] = STARTS[name](server);
  const { stop } = await startProgram(findServer(name) ?? name, args, port, base, env);
  return {
    url: `http://127.0.0.1:${port}/`,
    username: USER,
    password: PASSWORD,
    folder: root,
    files: () => filesIn(root),
    write: (path, content) => writeOpen(root, path, content),
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    empty() {
      for (const each of readdirSync(root)) rmSync(join(root, each), { recursive: true, force: true });
    },
    ...(name === 'rclone' ? {} : { setPassword }),
    stop,
  };
}

interface ServerFolders {
  readonly base: string;
  readonly root: string;
  readonly port: number;
}

/** The arguments and environment of each server. */
const STARTS: Readonly<
  Record<WebdavServerName, (server: ServerFolders) => [args: readonly string[], env?: Record<string, string>]>
> = {
  apache2: (server) => [['-D', 'FOREGROUND', '-f', config(server, 'apache.conf', apacheConfig(server))]],
  nginx: (server) => [['-c', config(server, 'nginx.conf', nginxConfig(server)), '-e', join(server.base, 'error.log')]],
  lighttpd: (server) => [['-D', '-f', config(server, 'lighttpd.conf', lighttpdConfig(server))]],
  // Its cache of folders would hide what the tests put there past it.
  rclone: ({ root, port, base }) => [
    ['serve', 'webdav', root, '--addr', `127.0.0.1:${port}`, '--dir-cache-time', '0s', '--user', USER],
    { RCLONE_PASS: PASSWORD, RCLONE_CONFIG: join(base, 'rclone.conf'), HOME: base },
  ],
};

function config({ base }: ServerFolders, name: string, content: string): string {
  const path = join(base, name);
  writeFileSync(path, content);
  return path;
}

const isRoot = process.getuid?.() === 0;

function apacheConfig({ base, root, port }: ServerFolders): string {
  const modules = ['mpm_event', 'authz_core', 'authn_core', 'authn_file', 'auth_basic', 'authz_user', 'dav', 'dav_fs'];
  makeFolder(base, 'locks');
  return [
    `ServerRoot ${base}`,
    `PidFile ${base}/httpd.pid`,
    `Listen 127.0.0.1:${port}`,
    'ServerName 127.0.0.1',
    ...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
    ...(isRoot ? ['User www-data', 'Group www-data'] : []),
    `ErrorLog ${base}/error.log`,
    `DavLockDB ${base}/locks/DavLock`,
    `DocumentRoot ${root}`,
    `<Directory ${root}>`,
    '  Dav On',
    '  AuthType Basic',
    '  AuthName dav',
    `  AuthUserFile ${base}/htpasswd`,
    '  Require valid-user',
    '</Directory>',
    '',
  ].join('\n');
}

function nginxConfig({ base, root, port }: ServerFolders): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${base}/${name};`,
  );
  return `load_module ${MODULES.nginx};
daemon off; pid ${base}/nginx.pid; error_log ${base}/error.log; worker_processes 4; ${isRoot ? 'user www-data;' : ''}
events { worker_connections 256; }
http { ${temporary.join(' ')} access_log off; dav_ext_lock_zone zone=locks:1m;
  server { listen 127.0.0.1:${port}; root ${root};
    location / { dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS LOCK UNLOCK; dav_ext_lock zone=locks;
      client_max_body_size 0; auth_basic dav; auth_basic_user_file ${base}/htpasswd; } } }
`;
}

function lighttpdConfig({ base, root, port }: ServerFolders): string {
  return `server.document-root = "${root}"
server.bind = "127.0.0.1"
server.port = ${port}
server.modules = ("mod_auth", "mod_authn_file", "mod_webdav")
server.errorlog = "${base}/error.log"
server.stat-cache-engine = "disable"
server.upload-dirs = ("${makeFolder(base, 'uploads')}")
mimetype.assign = ("" => "application/octet-stream")
webdav.activate = "enable"
webdav.sqlite-db-name = "${base}/webdav.db"
auth.backend = "htpasswd"
auth.backend.htpasswd.userfile = "${base}/htpasswd"
auth.require = ("/" => ("method" => "basic", "realm" => "dav", "require" => "valid-user"))
`;
}

/** The form that all of them read: SHA-1 in base64. */
function writePassword(base: string, name: WebdavServerName, password: string): void {
  if (name === 'rclone') return;
  const hash = createHash('sha1').update(password).digest('base64');
  writeFileSync(join(base, 'htpasswd'), `${USER}:{SHA}${hash}\n`);
  chmodSync(join(base, 'htpasswd'), 0o644);
}

function filesIn(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));
  // Apache keeps properties in hidden folders.
  const files = paths.filter((path) => !path.includes('/.DAV') && statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(root, path), readFileSync(path, 'utf8')]));
}

/** Writes as another user of the same folder would: the server may change the file. */
function writeOpen(root: string, path: string, content: string): void {
  const whole = join(root, path);
  const before = process.umask(0);
  try {
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, content);
  } finally {
    process.umask(before);
  }
}
