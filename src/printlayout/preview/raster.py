"""Finished files as pixels. The door to pypdfium2."""

from __future__ import annotations


def grey_pixels(pdf: bytes, dpi: int, index: int = 0) -> tuple[int, int, bytes]:
    """A page in shades of grey: width, height, one byte a pixel, row by row from the top; 0 is black."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[index].render(scale=dpi / 72, grayscale=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = bytes(bitmap.buffer)
    return width, height, b"".join(data[row * stride : row * stride + width] for row in range(height))
