"""YAML and stories into values of the model, every value with its place in the file."""
