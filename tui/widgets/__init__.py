"""What is drawn: widgets that show what they are given, and say upwards what was done to them."""
