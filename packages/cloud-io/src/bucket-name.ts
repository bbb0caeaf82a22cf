/** What signs an address: somebody took it for a URL. */
const signature =
  /\?(?:.*&)?(?:x-(?:amz|goog)-|sig=|signature=|awsaccesskeyid=|googleaccessid=|[\w-]*(?:token|secret|password|credential|key)[\w-]*=).*$/is;

/** How messages call such an address. Keys may hold `?` and `#`, so they stay, unless they sign something. */
export function bucketName(location: string): string {
  return location.replace(/^([a-z0-9]+:\/\/)[^/]*@/i, "$1").replace(signature, "");
}
