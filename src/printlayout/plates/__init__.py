"""Pages of other PDFs, plate by plate: what each colour, picture and shading of theirs has on one plate."""
