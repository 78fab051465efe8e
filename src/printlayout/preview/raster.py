"""Finished files as pixels. The door to pypdfium2."""

from __future__ import annotations

from math import ceil


def grey_pixels(pdf: bytes, dpi: int, index: int = 0) -> tuple[int, int, bytes]:
    """A page in shades of grey: width, height, one byte a pixel, row by row from the top; 0 is black."""
    return _pixels(pdf, dpi, index, 1)


def colour_pixels(pdf: bytes, dpi: int, index: int = 0) -> tuple[int, int, bytes]:
    """A page in red, green and blue, three bytes a pixel: width, height, rows from the top."""
    return _pixels(pdf, dpi, index, 3)


def part_pixels(pdf: bytes, dpi: int, box: tuple[int, int, int, int]) -> tuple[int, int, bytes]:
    """A part of the first page, coloured: ``box`` is left, top, right, bottom in pixels of the whole page."""
    return _pixels(pdf, dpi, 0, 3, box)


def _pixels(
    pdf: bytes, dpi: int, index: int, channels: int, box: tuple[int, int, int, int] | None = None
) -> tuple[int, int, bytes]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        page, scale = document[index], dpi / 72
        crop = (0.0, 0.0, 0.0, 0.0)
        if box is not None:
            width, height = (ceil(side * scale) for side in page.get_size())
            cut = (box[0], height - box[3], width - box[2], box[1])  # left, bottom, right, top
            left, bottom, right, top = (max(0.0, edge - 0.25) / scale for edge in cut)  # the library rounds up
            crop = left, bottom, right, top
        bitmap = page.render(scale=scale, crop=crop, grayscale=channels == 1, rev_byteorder=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = memoryview(bitmap.buffer).cast("B")
        if stride == width * channels:
            return width, height, bytes(data)
        rows = (data[row * stride : row * stride + width * channels] for row in range(height))
        return width, height, b"".join(rows)
