"""Where the records lie: the folder and its files, the key, the encrypted database, its tables.

This is the only place that imports `sqlcipher3`.
"""
