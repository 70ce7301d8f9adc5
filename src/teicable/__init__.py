"""teicable: translated diplomatic cables to TEI P5, and from there to an edition."""

__version__ = "0.1.0"
