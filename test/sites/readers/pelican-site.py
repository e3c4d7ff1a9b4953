# Builds a site of the posts in a folder with Pelican and prints, as JSON, what it read in each.
import json
import logging
import sys
import tempfile

from pelican import Pelican, signals
from pelican.settings import configure_settings, DEFAULT_CONFIG

logging.disable(logging.CRITICAL)
found = []


def note(generator):
    for article in generator.articles + generator.translations:
        found.append(
            {
                "title": article.title,
                "date": article.date.isoformat(),
                "authors": [author.name for author in article.authors],
                "tags": [tag.name for tag in getattr(article, "tags", [])],
                "category": article.category.name,
                "source": article.source,
                "summary": article.summary,
                "slug": article.slug,
                "content": article.content,
            }
        )


signals.article_generator_finalized.connect(note)
settings = dict(DEFAULT_CONFIG, PATH=sys.argv[1], OUTPUT_PATH=tempfile.mkdtemp(), TIMEZONE="Asia/Shanghai", THEME="simple")
settings["SITEURL"] = ""
Pelican(configure_settings(settings)).run()
print("\n" + json.dumps(found))
