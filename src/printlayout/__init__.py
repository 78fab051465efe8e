"""printlayout: newspaper pages for Chinese, from YAML and stories to press-ready PDF."""

__version__ = "0.1.0"
