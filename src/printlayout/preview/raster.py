"""Finished files as pixels. The door to pypdfium2."""

from __future__ import annotations


def grey_pixels(pdf: bytes, dpi: int, index: int = 0) -> tuple[int, int, bytes]:
    """A page in shades of grey: width, height, one byte a pixel, row by row from the top; 0 is black."""
    return _pixels(pdf, dpi, index, 1)


def colour_pixels(pdf: bytes, dpi: int, index: int = 0) -> tuple[int, int, bytes]:
    """A page in red, green and blue, three bytes a pixel: width, height, rows from the top."""
    return _pixels(pdf, dpi, index, 3)


def _pixels(pdf: bytes, dpi: int, index: int, channels: int) -> tuple[int, int, bytes]:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[index].render(scale=dpi / 72, grayscale=channels == 1, rev_byteorder=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = memoryview(bitmap.buffer).cast("B")
        if stride == width * channels:
            return width, height, bytes(data)
        rows = (data[row * stride : row * stride + width * channels] for row in range(height))
        return width, height, b"".join(rows)
