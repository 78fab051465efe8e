"""Sign-off and release: who answered for which bytes made of what, and what left the house."""
