"""The live preview: pages that follow what is saved, in any number of browsers."""
