"""The frozen values that text flows through: source, claims, settled claims, facts."""
