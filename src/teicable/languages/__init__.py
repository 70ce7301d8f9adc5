"""Which language a few words are in, romanised ones included."""
