"""Vector art: SVG files, QR codes and bar codes as plain outlines. Knows nothing of pages."""
