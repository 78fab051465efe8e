"""The values that travel through the pipe. No input or output, no library, no decisions."""
