"""What needs a person's decision, and the decisions: listed, taken, kept."""
