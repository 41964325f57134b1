/** What GraphiQL opens with: a comment on each query says what it is for. */
export const sampleQueries: readonly string[] = [
  `# The newest articles, as a front page shows them.
query NewestArticles {
  articles(first: 10) {
    nodes {
      title
      lead
      url
      publishedAt
      category { name url }
      cover { url alt placeholder srcset(crop: WIDE) }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  `# All that the page of an article shows. Copy the slug of an article into the variables.
query ArticlePage($slug: String = "bac-kan-them-6-xa-dat-chuan-nong-thon-moi-va-73-san-pham-ocop") {
  articlePage(slug: $slug) {
    __typename
    ... on Moved { url permanent }
    ... on Gone { reason note }
    ... on ArticlePage {
      breadcrumbs { name url }
      article { title lead publishedAt bylines { name role } body { html minutes } seo { title description canonical } }
      related { title url }
      youMayLike { title url }
      sameCategory { title url }
      latest {
        nodes {
          __typename
          ... on Article { title lead url }
          ... on Product { name summary url certification { status stars through } }
        }
        pageInfo { hasNextPage endCursor }
        without
      }
      featuredBrands { name url logo { url alt } }
    }
  }
}
`,
  `# Products with at least four stars today, by name.
query FourStars {
  products(filter: { stars: { gte: 4 } }, sort: NAME_ASC, first: 20) {
    totalCount
    nodes { name url certification { stars through } producer { name } unit { fullName } }
  }
}
`,
  `# Certificates of one province issued in one year, counted.
query Statistics {
  ocopStatistics(issuedIn: 2021, province: "bac-kan", by: [STARS, KIND]) {
    total
    lines { stars kind count }
  }
}
`,
]
