/** Names a thing for good (RFC 4151): neither its address nor the address of the server is in it but the name of the site. */
export const feedUri = ({ siteUrl, kind, id }: { siteUrl: string; kind: string; id: string }): string => `tag:${new URL(siteUrl).hostname},2026:${kind}/${id}`
