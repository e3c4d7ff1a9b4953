# Prints, as JSON, the HTML that Pelican's reader makes of the texts in a JSON file.
import json
import sys

from markdown import Markdown
from pelican.settings import DEFAULT_CONFIG

options = DEFAULT_CONFIG["MARKDOWN"]
texts = json.load(open(sys.argv[1], encoding="utf-8"))
names = list(options["extension_configs"])
made = {
    # A blank line first: the text has no `Key: value` lines.
    name: Markdown(extensions=names, extension_configs=options["extension_configs"]).convert("\n" + text)
    for name, text in texts.items()
}
print(json.dumps(made))
