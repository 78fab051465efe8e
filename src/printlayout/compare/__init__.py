"""Two versions of pages: what changed in words and in pixels, goldens, and the page a reviewer looks at."""
