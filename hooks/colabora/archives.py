"""Archives: ZIP-based files (XLSX, DOCX, PPTX) whose bytes depend on nothing but what is in them."""

from __future__ import annotations

import io
import zipfile

# The earliest date a ZIP archive can hold; with any other, two builds would differ.
ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def same_bytes(archive: bytes) -> bytes:
    """Pack an archive again with the same dates and rights in every build."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            target.writestr(entry, source.read(name))
    return packed.getvalue()
