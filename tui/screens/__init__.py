"""The app's screens. Only they talk to the library; what may take longer than a frame runs in a worker."""
