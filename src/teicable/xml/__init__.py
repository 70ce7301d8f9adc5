"""The only place that opens XML parsers and Saxon processors: entities, DOCTYPE, network and files stay closed."""
