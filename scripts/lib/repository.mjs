/**
 * The repository's page.
 * @param {string} url As package.json has it: `git+https://….git`.
 */
export const webAddress = (url) => url.replace(/^git\+/, "").replace(/\.git$/, "");

/**
 * A package.json that says where its package comes from, right after its licence.
 * @param {Record<string, any>} manifest
 * @param {string} folder The package's, relative to the repository's root.
 * @param {string} url The repository's.
 * @returns {Record<string, any>}
 */
export function withRepository(manifest, folder, url) {
  const links = {
    homepage: `${webAddress(url)}/tree/main/${folder}`,
    bugs: `${webAddress(url)}/issues`,
    repository: { type: "git", url, directory: folder },
  };
  const members = Object.entries(manifest);
  const after = members.findIndex(([key]) => key === "license") + 1;
  return Object.fromEntries([
    ...members.slice(0, after),
    ...Object.entries(links),
    ...members.slice(after),
  ]);
}
