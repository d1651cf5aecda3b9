"""Finders: text in, claims with spans out. They are pure and never import each other."""
