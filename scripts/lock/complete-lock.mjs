const systems = [
  ...["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony"],
  ...["sunos", "win32"],
];
const processors = [
  ...["arm64", "x64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x"],
  "wasm32",
];
/** @type {Record<string, string>} */
const synonyms = { windows: "win32", 64: "x64" };

/**
 * A lock file with an entry for every optional platform package, and without registry addresses.
 * @param {any} lock The parsed package-lock.json; not changed.
 * @returns {{ lock: any, added: number, notes: string[] }} `notes` names what could not be completed.
 */
export function completeLock(lock) {
  /** @type {Record<string, any>} */
  const packages = Object.fromEntries(
    Object.entries(lock.packages).map(([path, entry]) => [path, withoutAddress(entry)]),
  );
  /** @type {string[]} */
  const notes = [];
  let added = 0;
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const top = `node_modules/${name}`;
      if (isLocked(packages, path, name, version)) continue;
      const platform = platformOf(name);
      if (platform === undefined) notes.push(`left alone: ${name}@${version} (of ${path})`);
      else if (!/^\d/.test(version)) notes.push(`not exact: ${name}@${version} (of ${path})`);
      else {
        // Beside its dependent where another version already stands at the top.
        packages[top in packages ? `${path}/${top}` : top] = placeholder(
          version,
          platform,
          entry.dev,
        );
        added++;
      }
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added, notes };
}

/** @param {any} entry */
function withoutAddress(entry) {
  if (!/^https?:/.test(entry.resolved ?? "")) return entry;
  const { resolved: _, ...rest } = entry;
  return rest;
}

/**
 * Whether a dependency is where node would look for it, beside its dependent or further up, in the wanted version.
 * @param {Record<string, any>} packages
 * @param {string} path
 * @param {string} name
 * @param {string} version
 */
function isLocked(packages, path, name, version) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    const found =
      packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
    if (found !== undefined) return !/^\d/.test(version) || found.version === version;
    if (folder === "") return false;
  }
}

/**
 * The platform that a package's name tells: `@rollup/rollup-linux-arm64-musl`.
 * @param {string} name
 */
function platformOf(name) {
  const words = name.split(/[-/.]/).map((word) => synonyms[word] ?? word);
  const os = systems.filter((it) => words.includes(it));
  const cpu = processors.filter((it) => words.includes(it));
  const libc = words.includes("musl") ? ["musl"] : [];
  return os.length + cpu.length === 0 ? undefined : { os, cpu, libc };
}

/**
 * @param {string} version
 * @param {{ os: string[], cpu: string[], libc: string[] }} platform
 * @param {boolean | undefined} dev
 */
function placeholder(version, { os, cpu, libc }, dev) {
  return {
    version,
    ...(cpu.length > 0 && { cpu }),
    ...(dev && { dev }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}
