"""What the door (`store.library`) keeps a library with: each file one idea, functions over `Tables`.

Only `store.library` imports from here.
"""
