# Prints, as JSON, the HTML that Jekyll's kramdown makes of the texts in a JSON file, after Liquid.
require 'json'
require 'kramdown'
require 'kramdown-parser-gfm'
require 'liquid'
texts = JSON.parse(File.read(ARGV[0], encoding: 'utf-8'))
html = texts.transform_values do |text|
  Kramdown::Document.new(Liquid::Template.parse(text).render!({}), input: 'GFM', syntax_highlighter: nil).to_html
end
puts JSON.dump(html)
