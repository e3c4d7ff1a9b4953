/**
 * Jekyll 4 (`Site#each_site_file`, as of 4.3.1) looks each document up in an array of all before it, and compares the
 * two by date and path: 20,000 posts are 200 million comparisons, twice in a build. A set of objects needs none. No
 * document is there twice, so the site is the same.
 */
export const JEKYLL_PLUGIN = `# frozen_string_literal: true

# Lets Jekyll 4 build many thousands of posts: it compares every post with every other one.
# Put here by \`jianbao check --install-plugin\`. The site that is built is the same with and without it.
module JianbaoLargeArchive
  def each_site_file
    seen = Set.new.compare_by_identity
    %w(pages static_files_to_write docs_to_write).each do |type|
      send(type).each { |item| yield item if seen.add?(item) }
    end
  end
end

Jekyll::Site.prepend(JianbaoLargeArchive)
`;
