"""What a person can do, a small class each; one registry feeds keys, help, footer and palette."""
