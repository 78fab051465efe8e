"""The message catalogue: every sentence a user reads, Chinese and English, one module an area (the part of a
code before its dot). A module is imported when the first message of its area is needed."""
