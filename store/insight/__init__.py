"""What officials say, compared: across sources, over time, in fixed phrases, in silence, and counted.

Everything here is a function of records of `store.model`: no database, no clock, no screen. What is too little to
speak of is said in a sentence (``remark``), and every line carries the place in a source it rests on.
"""
